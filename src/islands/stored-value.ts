/** A choice that this browser keeps for this site's readers. Where storage is denied it holds for the page. */
export interface StoredValue {
  read(): string | null;
  /** `null` forgets the choice. */
  write(value: string | null): void;
}

/** A choice by its name, e.g. `theme`. */
export function storedValue(name: string): StoredValue {
  const key = `dbt-workbench:${name}`;
  let here: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return here;
      }
    },
    write(value) {
      here = value;
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Storage is denied.
      }
    },
  };
}

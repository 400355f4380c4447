/** Words of the first page. */
export const HOME = {
  aboutPackage: (name: string): string => `About the package ${name}`,
} as const;

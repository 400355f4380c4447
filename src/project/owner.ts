/** Who answers for a resource, and where the project says so. */
export interface Owner {
  readonly name: string;
  readonly email: string | null;
  readonly from: 'group' | 'exposure' | 'meta';
}

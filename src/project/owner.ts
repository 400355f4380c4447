/** Who answers for a resource, and where the project says so. */
export interface Owner {
  readonly name: string;
  readonly email: string | null;
  /** `own` of exposures and groups, which name an owner themselves. */
  readonly from: 'own' | 'group' | 'meta';
}

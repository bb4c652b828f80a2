/** Azure built-in role that lets an application call the models of an account. */
export const dataRole = {
  name: 'Cognitive Services OpenAI User',
  id: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
} as const;

/** Built-in roles that include it: Cognitive Services OpenAI User and Contributor, Cognitive Services User. */
export const dataRoleIds: readonly string[] = [
  dataRole.id,
  'a001fd3d-188f-4b5d-821b-7da978bf7442',
  'a97b65f3-24c7-4388-baec-2e87135dc908',
];

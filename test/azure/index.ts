export { kept } from './catalogue/calendar';
export { offersIn, usageNameOf } from './catalogue/lookup';
export { models } from './catalogue/models';
export { openAiRegionsOf } from './catalogue/regions';
export { createCertificate } from './certificate';
export { filteredWord } from './data_plane/chat_rules';
export type { Mood } from './data_plane/moods';
export { makeAccessToken, makeJwt, readAccessToken } from './entra/access_token';
export { decideDeviceGrant } from './entra/device_grants';
export { startFaultGateway } from './fault_gateway';
export type { Fault, FaultAction } from './faults';
export type { Reply, SimRequest } from './http/message';
export { answerInProcess } from './in_process';
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator';
export { criticalPathMs, type Speed, speedNames } from './speed';
export { createState, type DeviceDecision, nowOf, type SimulatorState } from './state';
export { secretMarker } from './worlds/keys';
export { credentials, ids } from './worlds/people';
export type { keylessWorlds } from './worlds/keyless_worlds';
export type { policyWorlds } from './worlds/policy_worlds';
export type { permissionWorlds } from './worlds/permission_worlds';
export { aDeployment, aGroup, anAccount, aWorld, goodQuota } from './worlds/resources';
export { tuned, unusualAccount, unusualGroup } from './worlds/unusual_names';
export type {
  NetworkAcls,
  RoleAssignment,
  SimAccount,
  SimDeployment,
  SimGroup,
  SimSubscription,
  WorldState,
} from './worlds/world';
export { type WorldName, worldNames, worlds } from './worlds/worlds';

export { eraseAgent, type AgentErased } from './erase-agent.ts';
export { exportAgent, type AgentExport } from './export-agent.ts';
export { eraseCustomer, type Erased } from './erase-customer.ts';
export { exportCustomer, type CustomerExport } from './export-customer.ts';
export { erasedData } from './erased-data.ts';
export { ErasureWatch } from './erasure-watch.ts';
export { isMasking, setMasking } from './masking.ts';
export { maskEvents } from './mask-events.ts';
export { ERASED_WORDS } from './pseudonym.ts';

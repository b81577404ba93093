export type { AuditEntry } from './audit-entry.ts';
export { AuditSealer } from './audit-sealer.ts';
export { oldEntries, purgeAudit } from './purge-audit.ts';
export { recordAudit } from './record-audit.ts';
export { recordAuditIfChanged } from './record-audit-if-changed.ts';
export { redactAudit, type AuditErasure, type FieldChange } from './redact-audit.ts';
export { auditHead, sealAudit } from './seal-audit.ts';
export { verifyAudit } from './verify-audit.ts';

export { parseAuditQuery, type AuditQuery } from './audit-query.ts';
export { checkAudit } from './check-audit.ts';
export { exportAudit, type AuditFormat } from './export-audit.ts';
export { auditChoices, readAudit, type AuditChoices } from './read-audit.ts';

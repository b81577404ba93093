const PERMITTED = 'WHEN NOT EXISTS (SELECT 1 FROM audit_permits)';
const refuse =
	"BEGIN SELECT RAISE(ABORT, 'The audit is append-only: an entry is never changed or removed.'); END";

/**
 * Triggers that keep the audit append-only. They stand against mistakes and against SQL that an application was made
 * to run, not against whoever may write the file: that is what the hash chain and a head kept elsewhere are for.
 */
export const GUARDS: readonly string[] = [
	...['audit_log', 'audit_seals', 'audit_redactions'].flatMap((table) => [
		`CREATE TRIGGER IF NOT EXISTS ${table}_no_update BEFORE UPDATE ON ${table} ${PERMITTED} ${refuse}`,
		`CREATE TRIGGER IF NOT EXISTS ${table}_no_delete BEFORE DELETE ON ${table} ${PERMITTED} ${refuse}`
	]),
	// REPLACE removes without the trigger of a removal.
	`CREATE TRIGGER IF NOT EXISTS audit_log_no_replace BEFORE INSERT ON audit_log
		WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id) ${refuse}`,
	`CREATE TRIGGER IF NOT EXISTS audit_seals_no_replace BEFORE INSERT ON audit_seals
		WHEN EXISTS (SELECT 1 FROM audit_seals WHERE entry_id = NEW.entry_id) ${refuse}`
];

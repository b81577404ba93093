import type { AuditHead } from './audit.ts';
import type { JobUpdate, SourceRow } from './live.ts';
import type { LastPurge } from './retention.ts';

/** A piece of long work in the record. */
export interface JobRow extends Pick<JobUpdate, 'id' | 'kind' | 'state' | 'progress' | 'error'> {
	createdBy: string;
	createdByName: string | null;
	createdAt: number;
	finishedAt: number | null;
	/** How often it was begun. */
	attempts: number;
}

/** How the server is; counts are since its start, and null is unknown. */
export interface SystemHealth {
	status: 'ready' | 'draining' | 'unavailable';
	reason: string | null;
	startedAt: number;
	version: string;
	node: string;
	memoryBytes: number;
	loopDelayP99Seconds: number;
	sockets: number;
	requests: number;
	ingest: {
		accepted: number;
		duplicates: number;
		rejected: number;
		meanSeconds: number | null;
		waiting: number;
	};
	sources: SourceRow[];
	database: {
		bytes: number;
		freeBytes: number;
		walBytes: number;
		events: number;
		writeMeanSeconds: number | null;
		busy: number;
		migrations: number;
		migratedAt: number | null;
	};
	backup: { at: number } | null;
	purge: LastPurge | null;
	audit: { head: AuditHead | null; unsealed: number };
	jobs: JobRow[];
}

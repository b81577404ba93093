export interface AuditEntry {
	/** `noun.verb`, such as `user.create`. */
	action: string;
	/** What was acted on, such as `user:ID`. */
	subject: string;
	before?: unknown;
	after?: unknown;
	/** Why, in the words of who did it. */
	reason?: string | null;
}

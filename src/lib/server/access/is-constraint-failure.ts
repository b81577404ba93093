/** Whether the database refused a write for this constraint, such as `UNIQUE constraint failed: users.email`. */
export function isConstraintFailure(error: unknown, constraint: string): boolean {
	for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
		if (cause.message.includes(constraint)) return true;
	return false;
}

/** @throws RangeError that names the action, the value and what was wanted */
export function refuse(action: string, name: string, value: unknown, wanted: string): never {
	throw new RangeError(`${action}: ${name} "${value}" must be ${wanted}`);
}

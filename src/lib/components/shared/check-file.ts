export type FileCheck = { kind: 'ok' } | { kind: 'wrong-type' } | { kind: 'too-big' };

/** Whether a file may be sent: by `accept` (".csv,.txt,text/*") and size. */
export function checkFile(
	file: { name: string; type: string; size: number },
	limits: { accept?: string; maxBytes?: number }
): FileCheck {
	const kinds = (limits.accept ?? '')
		.split(',')
		.map((kind) => kind.trim().toLowerCase())
		.filter(Boolean);
	const name = file.name.toLowerCase();
	const type = file.type.toLowerCase();
	const fits = kinds.some((kind) => {
		if (kind.startsWith('.')) return name.endsWith(kind);
		return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
	});
	if (kinds.length > 0 && !fits) return { kind: 'wrong-type' };
	if (limits.maxBytes !== undefined && file.size > limits.maxBytes) return { kind: 'too-big' };
	return { kind: 'ok' };
}

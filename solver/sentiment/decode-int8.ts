/** Whole numbers −128…127 from base64. Throws when the text is no base64. */
export function decodeInt8(base64: string): Int8Array {
	const binary = atob(base64);
	const numbers = new Int8Array(binary.length);
	for (let i = 0; i < binary.length; i++) numbers[i] = (binary.charCodeAt(i) << 24) >> 24;
	return numbers;
}

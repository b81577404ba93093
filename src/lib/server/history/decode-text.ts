export interface DecodedText {
	text: string;
	encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** Bytes looked at for UTF-16 without its mark. */
const SAMPLE = 512;
/** In UTF-16, text of Latin letters has a zero in nearly every other byte. */
const ZEROS = 0.4;

/** Text of a file as spreadsheets write it: UTF-8, UTF-16 with or without its mark, else Windows-1252. */
export function readText(bytes: Uint8Array): DecodedText {
	const wide = utf16Of(bytes);
	if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
	}
}

export const decodeText = (bytes: Uint8Array): string => readText(bytes).text;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = [0, 0];
	sample.forEach((byte, i) => byte === 0 && zeros[i % 2]!++);
	const most = ZEROS * sample.length;
	if (sample.length < 8) return null;
	if (zeros[1]! >= most && zeros[0] === 0) return 'utf-16le';
	return zeros[0]! >= most && zeros[1] === 0 ? 'utf-16be' : null;
}

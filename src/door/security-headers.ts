import type { ServerResponse } from 'node:http';

/** Two years, and every host below: what a browser once reached over TLS it never asks for without. */
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * On every answer, files and refusals included. A page's own policy with its nonce replaces the strict one here, which is for
 * what is no page: data, files and errors load and run nothing.
 */
const ALWAYS: readonly [string, string][] = [
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin'],
	['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
	[
		'content-security-policy',
		"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	]
];

export function setSecurityHeaders(response: ServerResponse, isHttps: boolean): void {
	for (const [name, value] of ALWAYS) response.setHeader(name, value);
	if (isHttps) response.setHeader('strict-transport-security', HSTS);
}

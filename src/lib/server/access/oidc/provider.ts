import type { Configuration, CustomFetch } from 'openid-client';
import type { OidcSettings } from './oidc-settings.ts';

const KEPT_MS = 3_600_000;
const TIMEOUT_SECONDS = 10;
let known: { key: string; at: number; configuration: Promise<Configuration> } | null = null;

/** What the provider says of itself, read again every hour. Its signature on tokens is checked, also over a direct line. */
export function providerOf(
	settings: OidcSettings,
	nowMs: number,
	fetcher?: CustomFetch
): Promise<Configuration> {
	const { issuer, clientId, clientSecret } = settings;
	const key = JSON.stringify([issuer.href, clientId, clientSecret]);
	if (!fetcher && known?.key === key && nowMs - known.at < KEPT_MS) return known.configuration;
	const configuration = discover(settings, fetcher);
	if (!fetcher) {
		known = { key, at: nowMs, configuration };
		configuration.catch(() => (known = null));
	}
	return configuration;
}

/** Loaded with the first sign-in by a provider: a centre without one has no use for it. */
const client = () => import('openid-client');

async function discover(
	{ issuer, clientId, clientSecret }: OidcSettings,
	fetcher?: CustomFetch
): Promise<Configuration> {
	const {
		allowInsecureRequests,
		ClientSecretPost,
		customFetch,
		discovery,
		enableNonRepudiationChecks,
		None
	} = await client();
	const execute = [enableNonRepudiationChecks];
	// oidcSettings() lets only a provider on this machine be without TLS.
	if (issuer.protocol === 'http:') execute.push(allowInsecureRequests);
	return discovery(issuer, clientId, {}, clientSecret === null ? None() : ClientSecretPost(clientSecret), {
		execute,
		timeout: TIMEOUT_SECONDS,
		...(fetcher ? { [customFetch]: fetcher } : {})
	});
}

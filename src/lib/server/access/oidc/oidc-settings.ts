import { readFileSync } from 'node:fs';

export interface OidcSettings {
	issuer: URL;
	clientId: string;
	clientSecret: string | null;
	/** The claim that holds the person's groups. */
	groupsClaim: string;
	/** The claim that holds the id of the agent whose own schedule the person sees; null = none is looked for. */
	agentClaim: string | null;
	scopes: string;
	/** What the button says: "Sign in with NAME". */
	name: string;
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The identity provider of the environment; null where none is set.
 *
 * @throws Error for one that cannot work, with what to do
 */
export function oidcSettings(env: NodeJS.ProcessEnv = process.env): OidcSettings | null {
	const issuer = env.MAREA_OIDC_ISSUER;
	if (!issuer) return null;
	const url = URL.parse(issuer);
	if (!url)
		throw new Error(`MAREA_OIDC_ISSUER "${issuer}" is not an address, such as https://id.example.org.`);
	if (url.protocol !== 'https:' && !LOOPBACK.includes(url.hostname))
		throw new Error(
			`MAREA_OIDC_ISSUER "${issuer}" must begin with https://: what it says would travel in clear.`
		);
	const clientId = env.MAREA_OIDC_CLIENT_ID;
	if (!clientId)
		throw new Error('MAREA_OIDC_CLIENT_ID is missing: the provider has made one for this client.');
	const file = env.MAREA_OIDC_CLIENT_SECRET_FILE;
	return {
		issuer: url,
		clientId,
		clientSecret: file ? readFileSync(file, 'utf8').trim() : env.MAREA_OIDC_CLIENT_SECRET || null,
		groupsClaim: env.MAREA_OIDC_GROUPS_CLAIM || 'groups',
		agentClaim: env.MAREA_OIDC_AGENT_CLAIM || null,
		scopes: env.MAREA_OIDC_SCOPES || 'openid profile email',
		name: env.MAREA_OIDC_NAME || url.hostname
	};
}

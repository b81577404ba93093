/** What a webhook's receiver gets as JSON. */
export interface WebhookBody {
	type: string;
	/** ISO 8601. */
	timestamp: string;
	data: unknown;
}

export interface EmailBody {
	subject: string;
	text: string;
}

export type Sent = { ok: true } | { ok: false; error: string };

/** The ways out of the house; tests bring their own. */
export interface Carriers {
	post(request: { url: string; headers: Record<string, string>; body: string }): Promise<Sent>;
	mail(message: { to: string } & EmailBody): Promise<Sent>;
}

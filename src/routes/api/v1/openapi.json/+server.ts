import { describeApi } from '#lib/server/openapi/index.ts';

export const GET = (): Response => Response.json(describeApi());

import { m } from '#lib/paraglide/messages.js';
import { modelName } from './model-name.ts';

/** A method such as "60 % mean of 4 weeks + 40 % seasonal naive" in the page's language. */
export function methodName(method: string): string {
	if (method.startsWith('zero')) return m.forecast_method_zero();
	return method
		.split(' + ')
		.map((part) => {
			const [, share, model] = /^(\d+ % )?(.*)$/.exec(part)!;
			return `${share ?? ''}${modelName(model!)}`;
		})
		.join(' + ');
}

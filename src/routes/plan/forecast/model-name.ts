import { m } from '#lib/paraglide/messages.js';

/** A forecasting model in the page's language; one that is not known stands under its own name. */
export function modelName(model: string): string {
	const names: Record<string, () => string> = {
		'seasonal naive': m.forecast_model_seasonal_naive,
		'mean of 4 weeks': m.forecast_model_mean_of_4_weeks,
		'exponential smoothing × profile': m.forecast_model_smoothing,
		'calendar regression × profile': m.forecast_model_regression,
		'exponential smoothing': m.forecast_model_smoothing_days,
		'calendar regression': m.forecast_model_regression_days,
		'same time last year': m.forecast_model_last_year
	};
	return names[model]?.() ?? model;
}

CREATE TABLE `forecast_requests` (
	`forecast_id` text PRIMARY KEY NOT NULL,
	`horizon_days` integer NOT NULL,
	`as_of` text,
	`like` text NOT NULL,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `forecast_totals` (
	`forecast_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`offered` real NOT NULL,
	`p10` real NOT NULL,
	`p90` real NOT NULL,
	PRIMARY KEY(`forecast_id`, `start_at`),
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `capacity_scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`input` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `forecast_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`queue_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`measure` text NOT NULL,
	`operation` text NOT NULL,
	`amount` real NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `forecast_overrides_span` ON `forecast_overrides` (`queue_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `special_days` (
	`id` text PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`queue_id` text,
	`is_closed` integer DEFAULT false NOT NULL,
	`factor` real,
	`is_ignored` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `special_days_date` ON `special_days` (`date`);--> statement-breakpoint
CREATE TABLE `staffing_group_intervals` (
	`plan_id` text NOT NULL,
	`group_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`agents` integer NOT NULL,
	`agents_with_shrinkage` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `group_id`, `start_at`),
	FOREIGN KEY (`plan_id`) REFERENCES `staffing_plans`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `aht_p10_seconds` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `aht_p90_seconds` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `published_offered` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `published_aht_seconds` real;--> statement-breakpoint
ALTER TABLE `forecasts` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `forecasts` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `staffing_intervals` ADD `pooled_agents` real;--> statement-breakpoint
ALTER TABLE `staffing_plans` ADD `groups` text;--> statement-breakpoint
ALTER TABLE `staffing_plans` ADD `check` text;
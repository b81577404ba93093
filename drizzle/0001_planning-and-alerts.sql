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
CREATE TABLE `alert_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`metric` text NOT NULL,
	`queue_id` text,
	`channel` text,
	`watch_threshold` real,
	`breach_threshold` real,
	`ahead_minutes` integer,
	`hold_seconds` integer DEFAULT 60 NOT NULL,
	`repeat_seconds` integer DEFAULT 900 NOT NULL,
	`is_enabled` integer DEFAULT true NOT NULL,
	`sound` integer DEFAULT false NOT NULL,
	`emails` text DEFAULT '[]' NOT NULL,
	`webhook_ids` text DEFAULT '[]' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`rule_name` text NOT NULL,
	`metric` text NOT NULL,
	`queue_id` text NOT NULL,
	`severity` text NOT NULL,
	`ahead_minutes` integer,
	`value` real NOT NULL,
	`worst_value` real NOT NULL,
	`threshold` real NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`acknowledged_by` text,
	`acknowledged_at` integer,
	`snoozed_until` integer,
	`note` text,
	`note_by` text
);
--> statement-breakpoint
CREATE INDEX `alerts_opened` ON `alerts` (`opened_at`);--> statement-breakpoint
CREATE INDEX `alerts_queue` ON `alerts` (`queue_id`);--> statement-breakpoint
CREATE TABLE `commands` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`reason` text,
	`origin` text DEFAULT 'hand' NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`answered_at` integer,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `commands_requested` ON `commands` (`requested_at`);--> statement-breakpoint
CREATE INDEX `commands_subject` ON `commands` (`subject`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `deliveries_next` ON `deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`topics` text NOT NULL,
	`is_enabled` integer DEFAULT true NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kiosk_links` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`board` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosk_links_token_hash_unique` ON `kiosk_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `history_import_reports` (
	`import_id` text PRIMARY KEY NOT NULL,
	`notes` text NOT NULL,
	`queues` text NOT NULL,
	`errors` text NOT NULL,
	`replaced_count` integer NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `history_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `replaced_facts` (
	`replaced_by` text NOT NULL,
	`queue_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`interval_seconds` integer NOT NULL,
	`import_id` text,
	`offered` real NOT NULL,
	`answered` real,
	`abandoned` real,
	`aht_seconds` real,
	PRIMARY KEY(`replaced_by`, `queue_id`, `start_at`, `interval_seconds`),
	FOREIGN KEY (`replaced_by`) REFERENCES `history_imports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `replaced_facts_import` ON `replaced_facts` (`import_id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_started_at` integer;--> statement-breakpoint
UPDATE `contacts` SET `bot_started_at` = (SELECT min(`at`) FROM `event_log` WHERE `contact` = `contacts`.`id` AND `type` LIKE 'marea.bot.%') WHERE `bot_outcome` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `aht_p10_seconds` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `aht_p90_seconds` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `published_offered` real;--> statement-breakpoint
ALTER TABLE `forecast_intervals` ADD `published_aht_seconds` real;--> statement-breakpoint
ALTER TABLE `forecasts` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `forecasts` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `staffing_intervals` ADD `pooled_agents` real;--> statement-breakpoint
ALTER TABLE `staffing_plans` ADD `groups` text;--> statement-breakpoint
ALTER TABLE `staffing_plans` ADD `check` text;--> statement-breakpoint
ALTER TABLE `staffing_plans` ADD `removed_at` integer;--> statement-breakpoint
CREATE INDEX `visits_open` ON `visits` (`contact_id`) WHERE handled_until IS NULL AND outcome IN ('waiting', 'answered');
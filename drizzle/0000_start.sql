CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`opening_hours` text DEFAULT '[]' NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `queues` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`name` text NOT NULL,
	`channel` text NOT NULL,
	`skill_id` text,
	`service_level_variant` text DEFAULT 'of-offered' NOT NULL,
	`service_level_share` real DEFAULT 0.8 NOT NULL,
	`service_level_threshold_seconds` real DEFAULT 20 NOT NULL,
	`short_abandon_seconds` real DEFAULT 5 NOT NULL,
	`patience_seconds` real,
	`priority` integer DEFAULT 1 NOT NULL,
	`concurrency` integer DEFAULT 1 NOT NULL,
	`opening_hours` text,
	`is_discovered` integer DEFAULT false NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `skills` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agent_skills` (
	`agent_id` text NOT NULL,
	`skill_id` text NOT NULL,
	`proficiency` real DEFAULT 1 NOT NULL,
	PRIMARY KEY(`agent_id`, `skill_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`team_id` text,
	`contract_id` text,
	`name` text NOT NULL,
	`email` text,
	`is_discovered` integer DEFAULT false NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`min_hours_per_week` real NOT NULL,
	`max_hours_per_week` real NOT NULL,
	`max_hours_per_day` real NOT NULL,
	`min_rest_hours` real NOT NULL,
	`max_consecutive_days` integer NOT NULL,
	`min_days_off_per_week` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`channel` text,
	`customer` text,
	`language` text,
	`intent` text,
	`queue_id` text,
	`agent_id` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`last_event_at` integer NOT NULL,
	`bot_outcome` text,
	`csat` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_last_event` ON `contacts` (`last_event_at`);--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer`);--> statement-breakpoint
CREATE TABLE `messages` (
	`contact_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`at` integer NOT NULL,
	`party` text NOT NULL,
	`text` text NOT NULL,
	`language` text,
	`score` real,
	PRIMARY KEY(`contact_id`, `ordinal`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `visits` (
	`contact_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`queue_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`left_at` integer,
	`agent_id` text,
	`handled_until` integer,
	`talk_ms` integer DEFAULT 0 NOT NULL,
	`hold_ms` integer DEFAULT 0 NOT NULL,
	`wrap_ms` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`contact_id`, `ordinal`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visits_queue_entered` ON `visits` (`queue_id`,`entered_at`);--> statement-breakpoint
CREATE TABLE `agent_states` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agent_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`from_at` integer NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agent_states_agent_from` ON `agent_states` (`agent_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `event_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`contact` text,
	`agent` text,
	`data` text NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_log_source_id` ON `event_log` (`source`,`id`);--> statement-breakpoint
CREATE INDEX `event_log_contact` ON `event_log` (`contact`);--> statement-breakpoint
CREATE INDEX `event_log_agent_at` ON `event_log` (`agent`,`at`);--> statement-breakpoint
CREATE TABLE `forecast_intervals` (
	`forecast_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`offered` real NOT NULL,
	`p10` real NOT NULL,
	`p90` real NOT NULL,
	`aht_seconds` real,
	PRIMARY KEY(`forecast_id`, `queue_id`, `start_at`),
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `forecasts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'computed' NOT NULL,
	`interval_seconds` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`detail` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `history_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	`row_count` integer NOT NULL,
	`rejected_count` integer NOT NULL,
	`time_zone` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `interval_facts` (
	`queue_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`interval_seconds` integer NOT NULL,
	`import_id` text,
	`offered` real NOT NULL,
	`answered` real,
	`abandoned` real,
	`aht_seconds` real,
	PRIMARY KEY(`queue_id`, `start_at`, `interval_seconds`),
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `history_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `interval_facts_import` ON `interval_facts` (`import_id`);--> statement-breakpoint
CREATE TABLE `rosters` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`plan_id` text,
	`status` text DEFAULT 'draft' NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`problem` text NOT NULL,
	`result` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `staffing_plans`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`roster_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`template_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`breaks` text NOT NULL,
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `shifts_agent_start` ON `shifts` (`agent_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `shifts_roster` ON `shifts` (`roster_id`);--> statement-breakpoint
CREATE TABLE `staffing_intervals` (
	`plan_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`agents` integer NOT NULL,
	`agents_with_shrinkage` integer NOT NULL,
	`service_level` real,
	`asa_seconds` real,
	`abandonment` real,
	`occupancy` real,
	PRIMARY KEY(`plan_id`, `queue_id`, `start_at`),
	FOREIGN KEY (`plan_id`) REFERENCES `staffing_plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staffing_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`forecast_id` text NOT NULL,
	`interval_seconds` integer NOT NULL,
	`parameters` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`progress` real DEFAULT 0 NOT NULL,
	`message` text,
	`input` text NOT NULL,
	`result` text,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'agent' NOT NULL,
	`agent_id` text,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

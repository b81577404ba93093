CREATE TABLE `audit_permits` (
	`id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_redactions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`erasure` text NOT NULL,
	`entry_id` integer NOT NULL,
	`field` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_redactions_entry` ON `audit_redactions` (`entry_id`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`digests` text NOT NULL,
	`salts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`user_id`, `hash`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session_use` (
	`session_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`data` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_in_tokens_expires` ON `sign_in_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `balance_promise_queues` (
	`promise_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`before` real,
	`after` real,
	`after_low` real,
	`after_high` real,
	`outcome` text DEFAULT 'open' NOT NULL,
	`why` text,
	`measured` real,
	`offered` integer,
	PRIMARY KEY(`promise_id`, `queue_id`),
	FOREIGN KEY (`promise_id`) REFERENCES `balance_promises`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `balance_promise_queues_outcome` ON `balance_promise_queues` (`outcome`);--> statement-breakpoint
CREATE TABLE `balance_promises` (
	`id` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`accepted_by` text NOT NULL,
	`accepted_at` integer NOT NULL,
	`reason` text,
	`horizon_seconds` integer NOT NULL,
	`moves` text NOT NULL,
	`watched_until` integer NOT NULL,
	`has_gap` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `balance_promises_accepted` ON `balance_promises` (`accepted_at`);--> statement-breakpoint
CREATE TABLE `interval_archive` (
	`queue_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`tally` text NOT NULL,
	`visits` integer NOT NULL,
	PRIMARY KEY(`queue_id`, `start_at`)
);
--> statement-breakpoint
ALTER TABLE `audit_log` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `address` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `channel` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `request_id` text;--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `attempts` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `previous_until` integer;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `data_scope` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `expires_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_previous_hash_unique` ON `api_keys` (`previous_hash`);--> statement-breakpoint
ALTER TABLE `users` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `schedule_changes` ADD `parts` text;--> statement-breakpoint
ALTER TABLE `schedule_changes` ADD `proposal_id` text;
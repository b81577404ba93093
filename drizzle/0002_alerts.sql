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

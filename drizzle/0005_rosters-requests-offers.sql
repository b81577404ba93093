CREATE TABLE `roster_edits` (
	`roster_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`id` text NOT NULL,
	`what` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`reason` text,
	`broken_rules` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`about` integer,
	`undone_by` integer,
	PRIMARY KEY(`roster_id`, `sequence`),
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_edits_id_unique` ON `roster_edits` (`id`);--> statement-breakpoint
CREATE TABLE `publication_agents` (
	`publication_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`differences` text,
	`told_at` integer,
	`seen_at` integer,
	`acknowledged_at` integer,
	`reminded_at` integer,
	PRIMARY KEY(`publication_id`, `agent_id`),
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `publication_agents_agent` ON `publication_agents` (`agent_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `publications` (
	`version` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`roster_id` text NOT NULL,
	`detail` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_id_unique` ON `publications` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `publications_in_force` ON `publications` (`roster_id`) WHERE kind = 'publish' and withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `availabilities` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`ranges` text,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `availabilities_id_unique` ON `availabilities` (`id`);--> statement-breakpoint
CREATE INDEX `availabilities_agent` ON `availabilities` (`agent_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `leave_allowances` (
	`agent_id` text NOT NULL,
	`kind_id` text NOT NULL,
	`year` integer NOT NULL,
	`amount` real,
	`from_date` text,
	`to_date` text,
	`carried` real DEFAULT 0 NOT NULL,
	`carried_until` text,
	PRIMARY KEY(`agent_id`, `kind_id`, `year`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leave_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`skill_id` text,
	`from_date` text,
	`to_date` text,
	`heads` integer,
	`share` real,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leave_requests` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind_id` text NOT NULL,
	`is_whole_days` integer NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leave_requests_id_unique` ON `leave_requests` (`id`);--> statement-breakpoint
CREATE INDEX `leave_requests_agent` ON `leave_requests` (`agent_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `leave_requests_until` ON `leave_requests` (`to_date`);--> statement-breakpoint
CREATE TABLE `roster_wishes` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`wishes` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `swap_candidates` (
	`offer_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`state` text NOT NULL,
	`rules` text NOT NULL,
	`returns` text NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`offer_id`, `agent_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `swap_offers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `swap_candidates_agent` ON `swap_candidates` (`agent_id`);--> statement-breakpoint
CREATE TABLE `swap_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`kind` text NOT NULL,
	`to_agent_id` text,
	`return_from` text,
	`return_to` text,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`return_start_at` integer,
	`return_end_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`taken_by`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `swap_offers_agent` ON `swap_offers` (`agent_id`);--> statement-breakpoint
CREATE INDEX `swap_offers_start` ON `swap_offers` (`start_at`);--> statement-breakpoint
CREATE TABLE `offer_agents` (
	`offer_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`state` text NOT NULL,
	`change` text,
	`from_at` integer,
	`to_at` integer,
	`paid_hours` real,
	`reasons` text,
	`answered_at` integer,
	`change_id` text,
	PRIMARY KEY(`offer_id`, `agent_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `offer_agents_agent` ON `offer_agents` (`agent_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`places` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`take_back_minutes` integer,
	`note` text,
	`proposal_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `offers_span` ON `offers` (`to_at`);--> statement-breakpoint
ALTER TABLE `contracts` ADD `rules` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `contracts` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `rosters` ADD `based_on` text;
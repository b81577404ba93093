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
CREATE INDEX `replaced_facts_import` ON `replaced_facts` (`import_id`);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE action (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(20) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	study_date DATE NOT NULL, 
	resource_id INTEGER, 
	summary TEXT NOT NULL, 
	undone_by INTEGER
);
CREATE TABLE parameters (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	model VARCHAR(10) NOT NULL, 
	weights TEXT NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	note TEXT
, in_use BOOLEAN DEFAULT 0 NOT NULL, revisits INTEGER, tested INTEGER, log_loss FLOAT, log_loss_default FLOAT, log_loss_before FLOAT);
CREATE TABLE reading_list (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	path TEXT, 
	rules_version INTEGER NOT NULL, 
	imported_at VARCHAR(27) NOT NULL
, choice TEXT);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	action_id INTEGER NOT NULL, 
	table_name VARCHAR(20) NOT NULL, 
	row_id INTEGER NOT NULL, 
	"before" TEXT, 
	FOREIGN KEY(action_id) REFERENCES action (id)
);
CREATE INDEX ix_change_action ON change (action_id);
CREATE TABLE resource (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	identity TEXT NOT NULL, 
	url TEXT, 
	canonical_url TEXT, 
	title TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	language VARCHAR(3) NOT NULL, 
	minutes INTEGER NOT NULL, 
	minutes_read INTEGER NOT NULL, 
	series TEXT, 
	part INTEGER, 
	note TEXT, 
	edited TEXT NOT NULL, 
	list_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	gone BOOLEAN DEFAULT 0 NOT NULL, 
	added_at VARCHAR(27) NOT NULL, 
	status VARCHAR(10) NOT NULL, 
	status_before VARCHAR(10), 
	due DATE, 
	postponed_from DATE, 
	stability FLOAT, 
	difficulty FLOAT, 
	last_review DATE, 
	reviews INTEGER NOT NULL, 
	lapses INTEGER NOT NULL, priority VARCHAR(6) DEFAULT 'normal' NOT NULL, parameters_id INTEGER, length INTEGER, kept_on DATE, question TEXT, once BOOLEAN DEFAULT 0 NOT NULL, description TEXT, links TEXT, labels TEXT, labels_by_hand TEXT, read_on VARCHAR(10), saved_on DATE, folded_details TEXT, joined_into INTEGER, published_on VARCHAR(10), fetched TEXT, fetched_on DATE, 
	CONSTRAINT ck_resource_status CHECK (status IN ('unread', 'reading', 'read', 'suspended', 'archived', 'removed')), 
	FOREIGN KEY(list_id) REFERENCES reading_list (id), 
	CONSTRAINT uq_resource_identity UNIQUE (identity)
);
CREATE INDEX ix_resource_series ON resource (series, list_id, part);
CREATE TABLE place (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	list_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	section TEXT NOT NULL, 
	title TEXT NOT NULL, mark VARCHAR(7), 
	FOREIGN KEY(list_id) REFERENCES reading_list (id), 
	FOREIGN KEY(resource_id) REFERENCES resource (id)
);
CREATE INDEX ix_place_resource ON place (resource_id);
CREATE TABLE review (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	parameters_id INTEGER NOT NULL, 
	rating INTEGER NOT NULL, 
	study_date DATE NOT NULL, 
	reviewed_at VARCHAR(27) NOT NULL, 
	minutes INTEGER, 
	planned_minutes INTEGER NOT NULL, 
	note TEXT, 
	elapsed INTEGER, 
	retrievability FLOAT, 
	stability_before FLOAT, 
	stability FLOAT NOT NULL, 
	difficulty_before FLOAT, 
	difficulty FLOAT NOT NULL, 
	interval INTEGER NOT NULL, 
	due_before DATE, 
	due DATE NOT NULL, 
	desired_retention FLOAT NOT NULL, 
	maximum_interval INTEGER NOT NULL, 
	source VARCHAR(10) NOT NULL, 
	void_by INTEGER, mixture TEXT, 
	CONSTRAINT ck_review_rating CHECK (rating BETWEEN 1 AND 4), 
	FOREIGN KEY(action_id) REFERENCES action (id), 
	FOREIGN KEY(parameters_id) REFERENCES parameters (id), 
	FOREIGN KEY(resource_id) REFERENCES resource (id)
);
CREATE INDEX ix_review_day ON review (study_date);
CREATE INDEX ix_review_resource ON review (resource_id, study_date);
CREATE TABLE sitting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	study_date DATE NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	minutes INTEGER NOT NULL, 
	note TEXT, 
	void_by INTEGER, progress INTEGER, stopped_at TEXT, 
	FOREIGN KEY(action_id) REFERENCES action (id), 
	FOREIGN KEY(resource_id) REFERENCES resource (id)
);
CREATE INDEX ix_sitting_day ON sitting (study_date);
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER review_no_replace BEFORE INSERT ON review WHEN EXISTS (SELECT 1 FROM review WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER sitting_no_delete BEFORE DELETE ON sitting BEGIN SELECT RAISE(ABORT, 'the log of sittings is append-only'); END;
CREATE TRIGGER sitting_no_replace BEFORE INSERT ON sitting WHEN EXISTS (SELECT 1 FROM sitting WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the log of sittings is append-only'); END;
CREATE TABLE reminder (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(10) NOT NULL, 
	slot VARCHAR(40) NOT NULL, 
	machine TEXT NOT NULL, 
	claimed_at VARCHAR(27) NOT NULL, 
	claimed_by TEXT NOT NULL, 
	sent_at VARCHAR(27), 
	backend TEXT, 
	CONSTRAINT uq_reminder_slot UNIQUE (kind, slot, machine)
);
CREATE TABLE snooze (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	until VARCHAR(27) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	kind VARCHAR(10)
);
CREATE INDEX ix_resource_order ON resource (status, gone, priority, list_id, ordinal);
CREATE INDEX ix_resource_due ON resource (status, due, minutes, stability, difficulty, last_review, priority);
CREATE INDEX ix_place_section ON place (section);
CREATE TABLE prerequisite (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	after_id INTEGER NOT NULL, 
	FOREIGN KEY(resource_id) REFERENCES resource (id), 
	FOREIGN KEY(after_id) REFERENCES resource (id)
);
CREATE INDEX ix_prerequisite_resource ON prerequisite (resource_id);
CREATE TABLE section_rule (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	section TEXT NOT NULL, 
	turn VARCHAR(6) NOT NULL, 
	deadline DATE
);
CREATE TABLE pause (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first DATE NOT NULL, 
	until DATE
);
CREATE TRIGGER sitting_no_update BEFORE UPDATE OF "id", "resource_id", "action_id", "study_date", "at", "minutes", "note", "progress", "stopped_at" ON sitting BEGIN SELECT RAISE(ABORT, 'the log of sittings is append-only'); END;
CREATE TABLE day_minutes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	study_date DATE NOT NULL, 
	minutes INTEGER NOT NULL, 
	CONSTRAINT uq_day_minutes_date UNIQUE (study_date)
);
CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	study_date DATE NOT NULL, 
	revision INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	made_at VARCHAR(27) NOT NULL, 
	CONSTRAINT uq_plan_revision UNIQUE (study_date, revision)
);
CREATE TABLE planned_visit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	resource_id INTEGER NOT NULL, 
	task VARCHAR(8) NOT NULL, 
	minutes INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	put_off BOOLEAN DEFAULT 0 NOT NULL, 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	FOREIGN KEY(resource_id) REFERENCES resource (id)
);
CREATE INDEX ix_planned_visit_plan ON planned_visit (plan_id);
CREATE INDEX ix_review_late ON review (study_date, due_before) WHERE due_before < study_date;
CREATE INDEX ix_review_void ON review (void_by) WHERE void_by IS NOT NULL;
CREATE INDEX ix_review_action ON review (action_id);
CREATE TABLE list_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	list_id INTEGER NOT NULL, 
	machine TEXT NOT NULL, 
	path TEXT NOT NULL, 
	may_write BOOLEAN DEFAULT 0 NOT NULL, 
	waits BOOLEAN DEFAULT 0 NOT NULL, 
	seen TEXT NOT NULL, 
	known_action INTEGER NOT NULL, 
	copies TEXT NOT NULL, 
	FOREIGN KEY(list_id) REFERENCES reading_list (id), 
	CONSTRAINT uq_list_file_machine UNIQUE (list_id, machine)
);
CREATE TABLE agreement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	list_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	machine TEXT NOT NULL, 
	path TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	entries TEXT NOT NULL, 
	FOREIGN KEY(action_id) REFERENCES action (id), 
	FOREIGN KEY(list_id) REFERENCES reading_list (id)
);
CREATE INDEX ix_agreement_list ON agreement (list_id, machine);
CREATE TABLE kept_text (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	kept_at VARCHAR(27) NOT NULL, 
	text BLOB NOT NULL, 
	FOREIGN KEY(resource_id) REFERENCES resource (id), 
	CONSTRAINT uq_kept_text_resource UNIQUE (resource_id)
);
CREATE TABLE link_check (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	resource_id INTEGER NOT NULL, 
	url TEXT NOT NULL, 
	checked_at VARCHAR(27) NOT NULL, 
	outcome VARCHAR(8) NOT NULL, 
	reason TEXT NOT NULL, 
	status INTEGER, 
	final_url TEXT, 
	moved_to TEXT, 
	failures INTEGER NOT NULL, 
	failing_since VARCHAR(27), 
	wait_until VARCHAR(27), 
	FOREIGN KEY(resource_id) REFERENCES resource (id), 
	CONSTRAINT uq_link_check_resource UNIQUE (resource_id)
);
CREATE TRIGGER review_no_update BEFORE UPDATE OF "id", "resource_id", "action_id", "parameters_id", "rating", "study_date", "reviewed_at", "minutes", "planned_minutes", "note", "elapsed", "retrievability", "stability_before", "stability", "difficulty_before", "difficulty", "interval", "due_before", "due", "desired_retention", "maximum_interval", "source", "mixture" ON review BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TABLE day_mixture (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	study_date DATE NOT NULL, 
	parameters_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	mixture TEXT NOT NULL, 
	FOREIGN KEY(parameters_id) REFERENCES parameters (id), 
	CONSTRAINT uq_day_mixture_date UNIQUE (study_date)
);
CREATE TABLE own_lines (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	list_id INTEGER NOT NULL, 
	machine TEXT NOT NULL, 
	text TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	FOREIGN KEY(list_id) REFERENCES reading_list (id), 
	CONSTRAINT uq_own_lines_machine UNIQUE (list_id, machine)
);
CREATE INDEX ix_place_list ON place (list_id);
CREATE INDEX ix_resource_edited ON resource (edited) WHERE edited <> '';
CREATE INDEX ix_resource_joined ON resource (joined_into) WHERE joined_into IS NOT NULL;
INSERT INTO alembic_version VALUES ('0014');
PRAGMA application_id = 1919247212;
PRAGMA user_version = 14;

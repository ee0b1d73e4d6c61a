package io.flyball.catalogue.programs;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One query that only reads, or one of psql's commands that describe. Functions are known by name, since any may write. */
final class SqlQuery {
    private static final Pattern DESCRIBES =
            Pattern.compile("\\s*\\\\(conninfo|l\\+?|d[abcdDefgilmnoOptTuvx]?[S+]{0,2}(\\s+[\\w.*\"]+)?)\\s*");
    private static final Pattern READS = Pattern.compile("\\s*(select|show|explain|table|values)\\b.*");
    private static final Pattern WRITES = Pattern.compile(
            "\\b(into|insert|update|delete|merge|drop|create|alter|truncate|grant|revoke|copy|call|do|execute|prepare|lock"
                    + "|set|reset|vacuum|reindex|cluster|analyze|refresh|listen|notify|load|pg_authid|pg_shadow"
                    + "|pg_user_mapping\\w*|passwd|rolpassword)\\b|;\\s*\\S|\\\\|\\$|\\bu&"
                    // A comment may stand between a function's name and its arguments, and hide which it is.
                    + "|/\\*|--");
    private static final Pattern CALL = Pattern.compile("([\\w.\"]+)\\s*\\(", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> FUNCTIONS = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "now",
            "age",
            "round",
            "coalesce",
            "extract",
            "date_trunc",
            "to_char",
            "length",
            "lower",
            "upper",
            "version",
            "in",
            "and",
            "or",
            "not",
            "on",
            "as",
            "exists",
            "any",
            "all",
            "where",
            "select",
            "from",
            "join",
            "using",
            "over",
            "by",
            "filter",
            "greatest",
            "least",
            "nullif",
            "cast",
            "string_agg",
            "array_agg",
            "left",
            "right",
            "substring",
            "substr",
            "abs",
            "row_number",
            "rank",
            "lag",
            "lead",
            "values",
            "current_database",
            "current_schema",
            "pg_size_pretty",
            "pg_database_size",
            "pg_relation_size",
            "pg_total_relation_size",
            "pg_table_size",
            "pg_indexes_size",
            "pg_postmaster_start_time",
            "pg_is_in_recovery",
            "pg_last_wal_receive_lsn",
            "pg_last_wal_replay_lsn",
            "pg_current_wal_lsn",
            "pg_wal_lsn_diff",
            "pg_last_xact_replay_timestamp",
            "pg_blocking_pids",
            "pg_stat_get_activity",
            "pg_get_indexdef",
            "format_type");

    private SqlQuery() {}

    static boolean onlyReads(String sql) {
        String small = sql.toLowerCase(Locale.ROOT);
        boolean reads = READS.matcher(small.replace('\n', ' ')).matches();
        return DESCRIBES.matcher(sql).matches()
                || (reads && !WRITES.matcher(small).find() && callsOnlyKnown(small));
    }

    private static boolean callsOnlyKnown(String sql) {
        Matcher call = CALL.matcher(sql);
        while (call.find()) {
            if (!FUNCTIONS.contains(call.group(1))) {
                return false;
            }
        }
        return true;
    }
}

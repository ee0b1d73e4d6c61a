package io.flyball.catalogue.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kinds of files that are nobody's, judged by the words of an absolute path without {@code ..}. Upper case counts as lower
 * case, since some file systems take it so.
 */
public enum ProtectedFiles {
    CREDENTIALS(
            Guard.SECRET,
            "(^|/)(\\.(ssh|aws|azure|gnupg|kube|gcloud|flyball|password-store|config/gcloud)(/|$)|\\.docker/config\\.json$"
                    + "|(\\.netrc|_netrc|\\.pgpass|\\.my\\.cnf|\\.mylogin\\.cnf|\\.git-credentials|\\.npmrc|\\.pypirc"
                    + "|\\.vault-token|\\.htpasswd|\\.s3cfg|\\.boto|kubeconfig|krb5\\.keytab)$)"),
    PRIVATE_KEYS(
            Guard.SECRET,
            "(^|/)(id_(rsa|dsa|ecdsa|ed25519)[^/]*|ssh_host_[^/]*_key|[^/]*\\.(key|p12|pfx|jks|keystore|kdbx|keytab))$"),
    /** Often a certificate, which may be read when a permission names it without a wildcard. */
    PEM_FILES(Guard.SECRET_UNLESS_NAMED, "\\.pem$"),
    ENVIRONMENT_FILES(Guard.SECRET, "(^|/)\\.env[^/]*$"),
    SYSTEM_SECRETS(
            Guard.SECRET,
            "^(/etc/(shadow|gshadow|master\\.passwd|security/opasswd)[^/]*|/etc/ssl/private(/.*)?|/(var/)?run/secrets(/.*)?"
                    + "|/proc/(.*/)?(environ|mem|kcore|maps)|/dev/k?mem)$"),
    GIT_CONFIGURATION(Guard.SECRET, "(^|/)\\.git/(.*/)?config(\\.worktree)?$"),
    GIT_INTERNALS(Guard.UNCHANGED, "(^|/)(\\.git(/.*)?|\\.gitconfig|\\.gitmodules|\\.config/git/.*)$"),
    START_UP_FILES(
            Guard.UNCHANGED,
            "(^|/)(\\.(bash|zsh|ksh|csh|tcsh)rc|\\.bash_(profile|login|logout|aliases)|\\.z(profile|login|logout|shenv)|\\.profile"
                    + "|\\.(cshrc|login|logout|xinitrc|xprofile|xsession|inputrc|vimrc|exrc|emacs|gdbinit|pythonrc|pam_environment)"
                    + "|\\.config/(fish|autostart|systemd|environment\\.d)(/.*)?|authorized_keys2?|sitecustomize\\.py"
                    + "|usercustomize\\.py)$|^/etc/(profile|bash\\.bashrc|bashrc|zsh(/.*)?|environment|profile\\.d(/.*)?"
                    + "|rc\\.local|rc[0-9s]?\\.d(/.*)?|init\\.d(/.*)?|inittab)$"),
    SERVICE_DEFINITIONS(
            Guard.UNCHANGED,
            "^/((etc|run|lib|usr/(local/)?lib)/systemd(/.*)?|etc/(init|runit|service|supervisor|s6)(/.*)?)$"
                    + "|/systemd/(system|user)/"),
    SCHEDULED_JOBS(
            Guard.UNCHANGED,
            "^(/etc/(anacrontab|crontab|cron\\.[^/]*(/.*)?|at\\.(allow|deny))|/var/spool/(cron|at)(/.*)?)$"),
    SYSTEM_TRUST(
            Guard.UNCHANGED,
            "^/etc/(sudoers(\\.d(/.*)?)?|passwd-?|group-?|ld\\.so\\.[^/]*(/.*)?|pam\\.d(/.*)?|pam\\.conf|security(/.*)?|ssh(/.*)?"
                    + "|polkit-1(/.*)?|nsswitch\\.conf|hosts|resolv\\.conf|fstab|modules-load\\.d(/.*)?|modprobe\\.d(/.*)?"
                    + "|udev(/.*)?|apt(/.*)?|yum[^/]*(/.*)?|docker(/.*)?|kubernetes(/.*)?)$"),
    SYSTEM_FOLDERS(Guard.UNCHANGED, "^/(boot|dev|proc|sys|bin|sbin|lib[^/]*|usr/(bin|sbin|lib[^/]*))(/.*)?$"),
    TRASH(Guard.SECRET, "(^|/)flyball-trash(/|$)"),
    /** What a running program writes or is configured by may be replaced, where permitted; it does not just go away. */
    SYSTEM_CONFIGURATION(Guard.KEPT, "^/etc(/.*)?$|\\.conf$"),
    SYSTEM_LOGS(Guard.KEPT, "^/var/log(/.*)?$");

    /** From what such files are guarded. */
    private enum Guard {
        /** Everything. */
        SECRET,
        /** Everything, except being read by who is permitted the very file. */
        SECRET_UNLESS_NAMED,
        /** Being written and deleted. */
        UNCHANGED,
        /** Being deleted. */
        KEPT
    }

    private final Guard guard;
    private final Pattern paths;

    ProtectedFiles(Guard guard, String paths) {
        this.guard = guard;
        this.paths = Pattern.compile(paths);
    }

    /**
     * The rule by which nobody reads it; empty if there is none.
     *
     * @param named whether a permission names the very file, without a wildcard
     */
    public static Optional<ProtectedFiles> forReading(String path, boolean named) {
        return first(path, rule -> rule.guard == Guard.SECRET || rule.guard == Guard.SECRET_UNLESS_NAMED && !named);
    }

    /** The rule by which nobody writes it; empty if there is none. */
    public static Optional<ProtectedFiles> forWriting(String path) {
        return first(path, rule -> rule.guard != Guard.KEPT);
    }

    /** The rule by which nobody deletes it; empty if there is none. */
    public static Optional<ProtectedFiles> forDeleting(String path) {
        return first(path, _ -> true);
    }

    private static Optional<ProtectedFiles> first(String path, java.util.function.Predicate<ProtectedFiles> guards) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(guards)
                .filter(rule -> rule.paths.matcher(lower).find())
                .findFirst();
    }

    /** As messages name the rule. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

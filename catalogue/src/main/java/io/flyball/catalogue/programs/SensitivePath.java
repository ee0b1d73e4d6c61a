package io.flyball.catalogue.programs;

import java.util.Locale;
import java.util.regex.Pattern;

/** Files that hold credentials or another process's environment: nobody's unless a permission names one without a wildcard. */
final class SensitivePath {
    private static final Pattern PLACES = Pattern.compile(
            "(^|/)(\\.(ssh|aws|azure|gnupg|kube|gcloud|flyball|docker|password-store|config/gcloud|vault-token|netrc|pgpass"
                    + "|my\\.cnf|mylogin\\.cnf|git-credentials|npmrc|pypirc|htpasswd|bash_history|zsh_history|psql_history"
                    + "|mysql_history|rediscli_history|python_history|s3cfg|boto|env(\\.[\\w.-]+)?|git/config|git/hooks)"
                    + "|_netrc|shadow-?|gshadow-?|sudoers(\\.d)?|master\\.passwd|opasswd|id_(rsa|dsa|ecdsa|ed25519)[^/]*"
                    + "|ssh_host_[^/]*_key|[^/]*credentials?[^/]*|[^/]*secrets?[^/]*|[^/]*password[^/]*|krb5\\.keytab"
                    + "|[^/]*\\.(pem|key|p12|pfx|jks|keystore|kdbx|keytab|ovpn|tfstate|tfvars)|wp-config\\.php"
                    + "|kubeconfig|admin\\.conf|environ|kcore|kmem)(/|$)");
    private static final Pattern SYSTEM = Pattern.compile(
            "^/(proc/(?!(\\d+|self)/(status|stat|limits|io|cmdline|cgroup|sched|schedstat|statm|oom_score)$)[^/]*/.*"
                    + "|proc/\\d+|dev/(?!null$).*|etc/ssl/private.*|root(/.*)?|(run|var/run)/secrets.*|boot/.*"
                    + "|var/lib/(kubelet|etcd|docker|rancher|vault)(/.*)?|etc/kubernetes/pki.*)");

    private SensitivePath() {}

    static boolean is(String path) {
        return PLACES.matcher(path.toLowerCase(Locale.ROOT)).find()
                || SYSTEM.matcher(path).matches()
                        && !path.startsWith("/proc/sys/")
                        && !path.startsWith("/proc/net/")
                        && !path.startsWith("/proc/pressure/");
    }
}

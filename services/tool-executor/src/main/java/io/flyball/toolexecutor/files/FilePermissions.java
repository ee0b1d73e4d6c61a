package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Decides by an agent's globs, on the path behind all links; some files are nobody's unless named without a wildcard. */
public final class FilePermissions {
    private static final List<String> PROTECTED = List.of(
            "/etc/{shadow,gshadow,sudoers,master.passwd}*",
            "/etc/sudoers.d/**",
            "/etc/ssl/private/**",
            "/{proc,proc/**}/{environ,mem,kcore,maps}",
            "/{run,var/run}/secrets/**",
            "/**/.{ssh,aws,azure,gnupg,kube,gcloud,flyball}/**",
            "/**/.docker/config.json",
            "/**/.config/gcloud/**",
            "/**/{.netrc,.pgpass,.my.cnf,.git-credentials,.npmrc,.pypirc,.vault-token}",
            "/**/id_{rsa,dsa,ecdsa,ed25519}*",
            "/**/*.{pem,key,p12,pfx,jks,keystore,kdbx}",
            "/**/ssh_host_*_key");

    private FilePermissions() {}

    /** Whether an agent with those globs may read that file. */
    public static FileAccess read(String path, List<String> globs) {
        return decide(path, globs, "read");
    }

    /** Whether an agent with those globs may write that file, which need not exist yet. */
    public static FileAccess write(String path, List<String> globs) {
        return decide(path, globs, "write");
    }

    private static FileAccess decide(String path, List<String> globs, String what) {
        try {
            Path given = Path.of(path);
            if (!given.isAbsolute()) {
                return new FileAccess.Refused("the path must be absolute, not " + path);
            }
            Path real = real(given.normalize());
            return decide(real, globs, what);
        } catch (InvalidPathException | IOException e) {
            return new FileAccess.Refused("no such file or folder: " + path);
        }
    }

    private static FileAccess decide(Path real, List<String> globs, String what) {
        if (!Globs.cover(globs, real)) {
            return new FileAccess.Refused("the agent may not " + what + " " + real + "; it may " + what + ": " + globs);
        }
        if (Globs.cover(PROTECTED, real) && !globs.contains(real.toString())) {
            return new FileAccess.Refused(
                    real + " is protected: the agent's permission must name it without a wildcard");
        }
        return new FileAccess.Allowed(real);
    }

    /** The path behind all links; of a file that is not there, its folder's. */
    private static Path real(Path path) throws IOException {
        if (path.toFile().exists() || path.getParent() == null) {
            return path.toRealPath();
        }
        return path.getParent().toRealPath().resolve(path.getFileName());
    }
}

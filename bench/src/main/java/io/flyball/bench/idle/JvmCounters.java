package io.flyball.bench.idle;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.flyball.bench.stack.NotMeasurable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What Kafka counts in a JVM of this machine. It is asked twice, before and after: nothing runs there meanwhile. */
final class JvmCounters implements AutoCloseable {
    private final JMXConnector connector;

    private JvmCounters(JMXConnector connector) {
        this.connector = connector;
    }

    @SuppressWarnings("BanJNDI") // What answers is a JVM of our own on this machine.
    static JvmCounters of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            try {
                return new JvmCounters(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new NotMeasurable("process " + pid + " cannot be asked", e);
        }
    }

    /** In a broker: the requests it has taken. Versions of a kind are added up. */
    Map<String, Long> requestsByKind() {
        return sum("kafka.network:type=RequestMetrics,name=RequestsPerSec,*", "request", "Count");
    }

    /** In a process with clients: the requests each has sent, by client id. */
    Map<String, Long> requestsByClient() {
        Map<String, Long> all = new TreeMap<>();
        for (String kind : new String[] {"consumer", "producer", "admin.client", "share.consumer"}) {
            sum("kafka." + kind + ":type=*,client-id=*", "client-id", "request-total")
                    .forEach((client, count) -> all.merge(client, count, Long::sum));
        }
        return all;
    }

    private Map<String, Long> sum(String pattern, String key, String attribute) {
        try {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            Map<String, Long> sums = new TreeMap<>();
            for (ObjectName name : beans.queryNames(new ObjectName(pattern), null)) {
                if (has(beans, name, attribute)) {
                    Number count = (Number) beans.getAttribute(name, attribute);
                    sums.merge(name.getKeyProperty(key), count.longValue(), Long::sum);
                }
            }
            return sums;
        } catch (JMException | IOException e) {
            throw new NotMeasurable("no figures of " + pattern, e);
        }
    }

    private static boolean has(MBeanServerConnection beans, ObjectName name, String attribute)
            throws JMException, IOException {
        for (var info : beans.getMBeanInfo(name).getAttributes()) {
            if (info.getName().equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException _) {
            // The process has ended first.
        }
    }
}

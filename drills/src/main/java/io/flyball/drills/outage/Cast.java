package io.flyball.drills.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which runs are opened for which role; the same settings always give the same. Pure.
 *
 * @param members in the order in which they are opened within their role
 */
record Cast(List<Member> members) {

    /**
     * One run.
     *
     * @param key names its effect, and its alert
     * @param byAlert whether an alert opens it, or else a person
     */
    record Member(String key, Role role, boolean byAlert) {}

    static Cast of(OutageSettings settings) {
        List<Member> members = new ArrayList<>();
        for (Role role : settings.roles()) {
            int count = role == Role.PLAIN ? settings.runs() - others(settings) : role.of(settings.runs());
            for (int i = 0; i < count; i++) {
                String key = settings.name(role.prefix(), members.size());
                members.add(new Member(key, role, role != Role.PLAIN || i % 2 == 0));
            }
        }
        return new Cast(List.copyOf(members));
    }

    private static int others(OutageSettings settings) {
        return settings.roles().stream()
                .filter(role -> role != Role.PLAIN)
                .mapToInt(role -> role.of(settings.runs()))
                .sum();
    }

    List<Member> in(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    Set<String> keys(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return members.stream()
                .filter(member -> wanted.contains(member.role()))
                .map(Member::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.ezhili.platform.security.internal.shell;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.store.AccountQuery;
import org.ezhili.platform.security.internal.store.AccountSearch;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "ezhili", name = "account-list", description = "Lists accounts with a role in an area")
public final class AccountListCommand implements Action {

    @Reference
    private AccountSearch search;

    @Argument(name = "area", description = "Code of the area", required = true)
    private String area;

    @Option(name = "--role", description = "resident, worker, community, street, department, district or it")
    private @Nullable String role;

    @Option(name = "--after", description = "Begin after this account")
    private @Nullable String after;

    @Override
    public @Nullable Object execute() {
        Optional<AreaCode> code = AreaCode.parse(area);
        Optional<Role> wanted = Optional.ofNullable(role).flatMap(Role::ofWord);
        if (code.isEmpty() || (role != null && wanted.isEmpty())) {
            System.out.println(code.isEmpty() ? "not the code of an area: " + area : "not a role: " + role);
            return null;
        }
        AccountQuery query = new AccountQuery(Set.of(code.get()), wanted, Optional.empty(), false);
        ShellTable table = new ShellTable();
        table.column("account");
        table.column("grants");
        table.column("active");
        table.column("signs in");
        search.find(query, new PageRequest(PageRequest.MOST, Optional.ofNullable(after)))
                .items()
                .forEach(entry -> table.addRow()
                        .addContent(
                                entry.account().account(),
                                grants(entry),
                                entry.account().active(),
                                entry.signIn()));
        table.print(System.out);
        return null;
    }

    private static String grants(AccountEntry entry) {
        return entry.account().grants().stream()
                .map(grant -> grant.role().word() + " " + grant.area())
                .collect(Collectors.joining(", "));
    }
}

package org.ezhili.points.internal.domain.ledger;

/** What an owner has and owes, while postings are made. Not thread-safe. */
public final class Holding {

    private final long account;
    private final String owner;
    private long balance;
    private long held;
    private long debt;

    public Holding(long account, String owner, long balance, long held, long debt) {
        this.account = account;
        this.owner = owner;
        this.balance = balance;
        this.held = held;
        this.debt = debt;
    }

    public long account() {
        return account;
    }

    public String owner() {
        return owner;
    }

    /** Points that can be spent. */
    public long balance() {
        return balance;
    }

    /** Points that are promised to rewards. */
    public long held() {
        return held;
    }

    public long debt() {
        return debt;
    }

    void come(long points) {
        balance = Math.addExact(balance, points);
    }

    void go(long points) {
        if (points > balance) {
            throw new IllegalStateException("account " + account + " has fewer points than its lots");
        }
        balance -= points;
    }

    /** Promises points that have gone already. */
    void promise(long points) {
        held = Math.addExact(held, points);
    }

    void keepPromise(long points) {
        if (points > held) {
            throw new IllegalStateException("account " + account + " holds fewer points than its postings say");
        }
        held -= points;
    }

    void owe(long points) {
        debt = Math.addExact(debt, points);
    }

    void pay(long points) {
        if (points > debt) {
            throw new IllegalStateException("account " + account + " pays more than it owes");
        }
        debt -= points;
    }
}

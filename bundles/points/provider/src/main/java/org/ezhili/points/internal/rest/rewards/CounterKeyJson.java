package org.ezhili.points.internal.rest.rewards;

/**
 * What a counter needs to verify passes without a line.
 *
 * @param publicKey SubjectPublicKeyInfo in base 64
 * @param goodForSeconds how long a pass is good
 * @param tellWithinSeconds how soon the counter must tell what it handed out
 */
public record CounterKeyJson(String algorithm, String publicKey, long goodForSeconds, long tellWithinSeconds) {}

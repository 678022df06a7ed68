#!/usr/bin/env node
// Checks a signed profile of a Namad seal: node check.mjs <keys> <profile> [--domain <shop>] [--at <time>]
// Needs Node 18.3 or later, no packages and no connection. README.md tells the rest.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const CLOCKS_DIFFER_BY = 60; // seconds

class Refused extends Error {}

function refuseIf(wrong, why) {
  if (wrong) throw new Refused(why);
}

function decode(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new Refused('this is not a signed profile');
  }
}

/** The host of an address in any form, as it would be registered. */
function host(address) {
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(address) ? address : `http://${address}`);
    return url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  } catch {
    return address;
  }
}

/** What the platform says about the seal, once signature, kind and times are found right. */
function check(keys, text, domain, now) {
  // A QR code holds an address, and the profile behind its #.
  const parts = text.trim().split('#').pop().split('.');
  refuseIf(parts.length !== 3, 'this is not a signed profile');
  const header = decode(parts[0]);
  refuseIf(header.alg !== 'ES256' || header.typ !== 'namad-profile+jwt' || header.crit, 'this is not a signed profile');
  const jwk = keys.find(key => key.kid === header.kid && key.kty === 'EC' && key.crv === 'P-256');
  refuseIf(!jwk, 'it was signed with a key that is not among yours: get the published keys again');
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  refuseIf(!verify('sha256', Buffer.from(parts[0] + '.' + parts[1]), key, Buffer.from(parts[2], 'base64url')),
    'the signature is wrong: something was changed, or it does not come from the platform');
  const profile = decode(parts[1]);
  refuseIf(!(profile.exp > now), 'it is too old: get a fresh one');
  refuseIf(!(profile.iat <= now + CLOCKS_DIFFER_BY), 'it was signed in the future: is your clock right?');
  const shop = domain && host(domain);
  refuseIf(domain && shop !== profile.domain && !shop.endsWith('.' + profile.domain),
    `it belongs to ${profile.domain}, not to ${domain}`);
  return profile;
}

let options;
try {
  options = parseArgs({ allowPositionals: true, options: { domain: { type: 'string' }, at: { type: 'string' } } });
} catch (wrong) {
  console.error(wrong.message);
  process.exit(2);
}
const [keyFile, profileFile] = options.positionals;
const at = options.values.at === undefined ? Date.now() : Date.parse(options.values.at);
if (!profileFile || Number.isNaN(at)) {
  console.error('usage: node check.mjs <keys file> <profile file, or - > [--domain <shop>] [--at <time, ISO 8601>]');
  process.exit(2);
}
try {
  const keys = JSON.parse(readFileSync(keyFile, 'utf8')).keys;
  const text = readFileSync(profileFile === '-' ? 0 : profileFile, 'utf8');
  const profile = check(keys, text, options.values.domain, Math.floor(at / 1000));
  console.log(JSON.stringify(profile, null, 2));
  if (profile.status !== 'ACTIVE') {
    console.error(`Genuine, but the seal is not in force: ${profile.status}`);
    process.exit(3);
  }
} catch (refused) {
  if (!(refused instanceof Refused)) throw refused;
  console.error(`Refused: ${refused.message}`);
  process.exit(1);
}

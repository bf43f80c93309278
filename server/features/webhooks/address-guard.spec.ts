import { expect, test } from "vitest";
import { AddressGuard } from "./address-guard.js";

const guard = new AddressGuard([]);

test.each([
  ["loopback", "127.0.0.1"],
  ["loopback, elsewhere", "127.9.8.7"],
  ["this network", "0.0.0.0"],
  ["private", "10.0.0.1"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["shared", "100.64.0.1"],
  ["link-local, where clouds keep their keys", "169.254.169.254"],
  ["documentation", "192.0.2.7"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["loopback", "::1"],
  ["unspecified", "::"],
  ["mapped loopback", "::ffff:127.0.0.1"],
  ["mapped loopback in hexadecimal", "::ffff:7f00:1"],
  ["mapped private, written out", "0:0:0:0:0:ffff:0a00:0001"],
  ["compatible", "::127.0.0.1"],
  ["NAT64 of a private one", "64:ff9b::10.0.0.1"],
  ["local NAT64", "64:ff9b:1::1"],
  ["6to4 of a private one", "2002:0a00:0001::1"],
  ["Teredo", "2001:0:1::1"],
  ["unique local", "fd00::1"],
  ["link-local", "fe80::1"],
  ["link-local with its zone", "fe80::1%eth0"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["documentation", "2001:db8::1"],
  ["no address", "localhost"],
  ["nothing", ""],
])("refuses %s: %s", (_what, address) => {
  expect(guard.allows(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "172.15.255.255",
  "172.32.0.1",
  "223.255.255.255",
  "2400:cb00::1",
  "[2606:4700::1111]",
  "::ffff:8.8.8.8",
  "64:ff9b::808:808",
])("allows the public %s", (address) => {
  expect(guard.allows(address)).toBe(true);
});

test("what an installation allows is allowed, also where it is written as IPv6, and nothing beside it", () => {
  const allowing = new AddressGuard(["10.20.0.0/16", "192.168.1.5", "fd12::/32"]);
  for (const address of ["10.20.3.4", "::ffff:10.20.3.4", "192.168.1.5", "fd12::9"]) {
    expect(allowing.allows(address), address).toBe(true);
  }
  for (const address of ["10.21.0.1", "192.168.1.6", "fd13::9", "127.0.0.1"]) {
    expect(allowing.allows(address), address).toBe(false);
  }
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver, instanceFields } from "../cases/case-driver.js";
import { addPerson, tokenWith, write } from "../cases/people-of-the-test.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
  await addPerson(driver.api, "loketlain", "pkykadis", { role: "FRONT_DESK" });
});
afterAll(() => driver?.stop());

const started = (by: string | TestClient, input: object): Promise<AnyData> =>
  driver.mutate(
    by,
    "startInstance",
    { sopId: driver.sop("003"), ...input },
    `instance { ${instanceFields} receipt { number reissues { actorName } } } receipt { number secret }`,
  );
const forSumiati = { requesterName: "Bu Sumiati", title: "Sub domain kelurahan" };

const reissue = (by: string | TestClient, instanceId: string): Promise<AnyData> =>
  driver.mutate(by, "reissueReceipt", { instanceId }, "receipt { number secret }");

async function followed(receipt: { number: string; secret: string }, locale = "id") {
  const document = `query ($input: FollowCaseInput!) { followCase(input: $input) {
    case { title number } userErrors { code field message } } }`;
  const client = { headers: { "accept-language": locale } };
  const { number, secret } = receipt;
  return (await driver.api.gql(client, document, { input: { number, secret } })).followCase;
}

const unknown = { case: null, userErrors: [expect.objectContaining({ code: "BAD_RECEIPT" })] };

const rows = async (): Promise<string> => {
  const { reader } = driver.api.database;
  const all = [
    await reader.all("SELECT * FROM receipt", []),
    await reader.all("SELECT * FROM receipt_reissue", []),
    await reader.all("SELECT * FROM idempotency", []),
    await reader.all("SELECT events FROM history_entry", []),
  ];
  return JSON.stringify(all);
};

describe("a receipt", () => {
  test("is handed out at the start, and its secret is kept nowhere", async () => {
    const { instance, receipt, userErrors } = await started("loket", forSumiati);
    expect(userErrors).toEqual([]);
    expect(receipt.number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receipt.secret).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(instance.receipt).toEqual({ number: receipt.number, reissues: [] });
    const kept = await rows();
    expect(kept).toContain(receipt.number.replace("-", ""));
    expect(kept).not.toContain(receipt.secret);
    expect(kept).not.toContain(receipt.secret.replaceAll("-", ""));
    expect(await followed(receipt)).toEqual({
      case: { title: "Sub domain kelurahan", number: receipt.number },
      userErrors: [],
    });
  });

  test("is also the requester's own, and a program's", async () => {
    const own = await started("pemohon", {});
    expect(own.receipt.secret).toMatch(/-/);
    const program = await tokenWith(driver, "CASES_START");
    const fields = "receipt { number secret } instance { id }";
    const input = { sopId: driver.sop("003"), requesterName: "Pak Wiryo" };
    const { receipt } = await driver.mutate(program, "startInstance", input, fields);
    expect((await followed(receipt)).case.number).toBe(receipt.number);
  });

  test("of a start that is sent again has the same number, and no secret", async () => {
    const input = { ...forSumiati, idempotencyKey: "ulang" };
    const first = await started("loket", input);
    const again = await started("loket", input);
    expect(again.instance.id).toBe(first.instance.id);
    expect(again.receipt).toEqual({ number: first.receipt.number, secret: null });
    expect((await followed(first.receipt)).case.number).toBe(first.receipt.number);
  });

  test("is typed in any case, with or without dashes, and with letters for digits", async () => {
    const { receipt } = await started("loket", forSumiati);
    const typed = {
      number: ` ${receipt.number.toLowerCase().replace("-", " ")}`,
      secret: receipt.secret.replaceAll("-", "").replaceAll("0", "o").replaceAll("1", "l"),
    };
    expect((await followed(typed)).case?.number).toBe(receipt.number);
  });
});

describe("another secret", () => {
  test("is given by the front desk, written down, and ends the one before it", async () => {
    const { instance, receipt } = await started("loket", forSumiati);
    const second = await reissue("loket", instance.id);
    expect(second.userErrors).toEqual([]);
    expect(second.receipt.number).toBe(receipt.number);
    expect(second.receipt.secret).not.toBe(receipt.secret);
    expect(await followed(receipt)).toEqual(unknown);
    expect((await followed(second.receipt)).case.number).toBe(receipt.number);
    const third = await reissue(await tokenWith(driver, "CASES_START", "CASES_READ"), instance.id);
    expect(await followed(second.receipt)).toEqual(unknown);
    expect((await followed(third.receipt)).case.number).toBe(receipt.number);
    const fields = "receipt { number reissues { at actorName } }";
    expect((await driver.read(instance.id, fields)).receipt).toEqual({
      number: receipt.number,
      reissues: [
        {
          at: new Date(driver.api.clock.now()).toISOString(),
          actorName: expect.stringMatching(/Uji/),
        },
        { at: new Date(driver.api.clock.now()).toISOString(), actorName: "Yuni Astuti" },
      ],
    });
  });

  test("of two that are asked for at once, the later one counts, and each is written down", async () => {
    const { instance } = await started("loket", forSumiati);
    const both = await Promise.all([reissue("loket", instance.id), reissue("loket", instance.id)]);
    const answers = await Promise.all(both.map(({ receipt }) => followed(receipt)));
    expect(answers.filter((answer) => answer.case !== null)).toHaveLength(1);
    const { receipt } = await driver.read(instance.id, "receipt { reissues { at } }");
    expect(receipt.reissues).toHaveLength(2);
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const { instance, receipt } = await started("loket", forSumiati);
    const before = await rows();
    for (const by of ["admin", "manajer", "kadis", "kabid", "budi"]) {
      expect((await reissue(by, instance.id)).userErrors, by).toMatchObject([
        { code: "FORBIDDEN" },
      ]);
    }
    for (const by of ["pemohon", "pkykadis", "loketlain"]) {
      expect((await reissue(by, instance.id)).userErrors, by).toMatchObject([
        { code: "NOT_FOUND" },
      ]);
    }
    const reader = await tokenWith(driver, "CASES_READ", "TASKS_READ", "SOPS_READ");
    expect((await reissue(reader, instance.id)).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    // With another secret it could read what it may not.
    const starter = await tokenWith(driver, "CASES_START");
    expect((await reissue(starter, instance.id)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(JSON.parse(await rows())[0]).toEqual(JSON.parse(before)[0]);
    expect((await followed(receipt)).case.number).toBe(receipt.number);
  });

  test("of a requester with an account only they can ask for", async () => {
    const { instance, receipt } = await started("pemohon", {});
    expect((await reissue("loket", instance.id)).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    const own = await reissue("pemohon", instance.id);
    expect((await followed(own.receipt)).case.number).toBe(receipt.number);
    expect(await followed(receipt)).toEqual(unknown);
  });

  test("is the first of a case of before there were receipts", async () => {
    const { instance } = await started("loket", forSumiati);
    const id = parseGlobalId(instance.id)?.id ?? 0;
    await write(driver.api, "DELETE FROM receipt WHERE instance_id = ?", [id]);
    expect((await driver.read(instance.id, "receipt { number }")).receipt).toBeNull();
    const { receipt } = await reissue("loket", instance.id);
    expect((await followed(receipt)).case.number).toBe(receipt.number);
  });
});

describe("a wrong receipt", () => {
  test("is answered alike whether the number or the secret is wrong, in the caller's language", async () => {
    const { receipt } = await started("loket", forSumiati);
    const other = await started("loket", forSumiati);
    const wrong = [
      { number: receipt.number, secret: other.receipt.secret },
      { number: receipt.number, secret: "" },
      { number: "ZZZZ-ZZZZ", secret: receipt.secret },
      { number: "", secret: "" },
      { number: "' OR 1=1 --", secret: "%" },
      { number: "9".repeat(10_000), secret: "9".repeat(10_000) },
    ];
    for (const typed of wrong) {
      expect(await followed(typed), typed.number.slice(0, 12)).toEqual({
        case: null,
        userErrors: [
          {
            code: "BAD_RECEIPT",
            field: null,
            message: "Nomor tanda terima atau kode rahasianya salah.",
          },
        ],
      });
    }
    expect((await followed(wrong[0]!, "en")).userErrors[0].message).toBe(
      "Wrong receipt number or secret code.",
    );
  });

  test("may be tried ten times, and the right one then waits too; other receipts do not", async () => {
    const { receipt } = await started("loket", forSumiati);
    const other = await started("loket", forSumiati);
    for (let count = 0; count < 10; count += 1) {
      expect(await followed({ ...receipt, secret: `salah ${count}` })).toEqual(unknown);
    }
    const limited = await followed(receipt);
    expect(limited).toMatchObject({ case: null, userErrors: [{ code: "RATE_LIMITED" }] });
    expect(limited.userErrors[0].message).toMatch(
      /^Terlalu banyak percobaan\. Coba lagi dalam \d+ detik\.$/,
    );
    expect((await followed(other.receipt)).case.number).toBe(other.receipt.number);
  });
});

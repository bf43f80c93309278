import {
  levelOf,
  type Rule,
  type RuleLevel,
  type RuleLevels,
  type RuleName,
  rules,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, SqlReader, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/** What an office has chosen, as stored. */
const parseRuleLevels = (json: string | null): RuleLevels =>
  json === null ? {} : (JSON.parse(json) as RuleLevels);

/** A case comes to where this is broken and stays there, unless the office lets missing papers pass. */
const papersRule: RuleName = "output-before-needed";

interface StoredLevels extends Row {
  readonly levels: string | null;
  /** As `MissingRequirements`; `null`: BLOCK. */
  readonly missing: string | null;
}

const blocks = ({ missing }: StoredLevels): boolean => missing !== "WARN";

/** What counts: a choice about missing papers only while they do not keep a step from its end. */
function levelsOf(office: StoredLevels): RuleLevels {
  const chosen = parseRuleLevels(office.levels);
  if (!blocks(office)) return chosen;
  const { [papersRule]: _, ...counting } = chosen;
  return counting;
}

/** The rules about which an office may choose, in the order in which a drafter would mend them. */
export const switchableRules: readonly Rule[] = rules.filter(
  ({ isSwitchable }) => isSwitchable === true,
);

/** A rule by the name that a caller gave, and how seriously it is to be taken. */
export interface WantedLevel {
  readonly rule: string;
  readonly level: RuleLevel;
}

/** How seriously offices take the rules of drawing that they may choose about. */
export class RuleLevelsService {
  constructor(private readonly database: Database) {}

  /** Of the rules named; what was chosen about others stays, also by somebody at this moment. */
  set(ctx: Context, officeId: number, wanted: readonly WantedLevel[]): Promise<void> {
    authorize(ctx, "office.setRuleLevels", { officeId });
    const levels = chosenLevels(wanted);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const office = await changeLevels(tx, officeId, levels);
      const before: Record<string, string> = {};
      const after: Record<string, string> = {};
      for (const [rule, level] of levels) {
        before[rule.name] = levelOf(rule, office.before);
        after[rule.name] = level;
      }
      const changes = auditedChanges(before, after);
      if (changes.length === 0) return;
      await recordAudit(tx, ctx, {
        action: "RULE_LEVELS_SET",
        subject: { type: "Office", id: officeId, name: office.name },
        officeId,
        changes,
      });
    });
  }
}

/** Refuses what is no rule, and what no office may choose about. */
function chosenLevels(wanted: readonly WantedLevel[]): Map<Rule, RuleLevel> {
  const levels = new Map<Rule, RuleLevel>();
  for (const [at, { rule: name, level }] of wanted.entries()) {
    const field = `input.levels.${at}.rule`;
    const rule = rules.find((one) => one.name === name);
    if (!rule) throw new Refusal("RULE_UNKNOWN", field, { rule: name.slice(0, 100) });
    if (rule.isSwitchable !== true) throw new Refusal("RULE_FIXED", field, { rule: name });
    if (levels.has(rule)) throw new Refusal("RULE_TWICE", field, { rule: name });
    levels.set(rule, level);
  }
  return levels;
}

interface NamedLevels extends StoredLevels {
  readonly name: string;
}

/**
 * Writes the levels beside whatever else is chosen, and answers what was chosen before. Somebody who
 * has written in between was read over: then it restarts.
 */
async function changeLevels(
  tx: Tx,
  officeId: number,
  levels: ReadonlyMap<Rule, RuleLevel>,
): Promise<{ readonly name: string; readonly before: RuleLevels }> {
  const office = await tx.get<NamedLevels>(
    "SELECT name, rule_levels AS levels, missing_requirements AS missing FROM office WHERE id = ?",
    [officeId],
  );
  if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
  const papers = [...levels].findIndex(
    ([{ name }, level]) => name === papersRule && level !== "ERROR",
  );
  if (papers >= 0 && blocks(office)) {
    throw new Refusal("RULE_NEEDED", `input.levels.${papers}.level`, { rule: papersRule });
  }
  const before = parseRuleLevels(office.levels);
  const own: Partial<Record<RuleName, RuleLevel>> = { ...before };
  for (const [{ name, level: usual }, level] of levels) {
    if (level === usual) delete own[name];
    else own[name] = level;
  }
  const stored = Object.keys(own).length === 0 ? null : JSON.stringify(own);
  await tx.batch([
    {
      sql: `UPDATE office SET rule_levels = ? WHERE id = ? AND COALESCE(rule_levels, '') = ?`,
      params: [stored, officeId, office.levels ?? ""],
      expect: 1,
    },
  ]);
  return { name: office.name, before };
}

/** What an office has chosen, of one moment. */
export async function readRuleLevels(reader: SqlReader, officeId: number): Promise<RuleLevels> {
  const row = await reader.get<StoredLevels>(
    "SELECT rule_levels AS levels, missing_requirements AS missing FROM office WHERE id = ?",
    [officeId],
  );
  return row ? levelsOf(row) : {};
}

export const ruleLevelsOfOffice: LoaderDefinition<number, RuleLevels> = {
  name: "ruleLevelsOfOffice",
  async load({ reader }, officeIds) {
    const rows = await reader.all<StoredLevels & { id: number }>(
      `SELECT id, rule_levels AS levels, missing_requirements AS missing FROM office
        WHERE id IN (${placeholders(officeIds)})`,
      officeIds,
    );
    const found = new Map(rows.map((row) => [row.id, levelsOf(row)]));
    return officeIds.map((id) => found.get(id) ?? {});
  },
};

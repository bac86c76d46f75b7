/// The case, its completeness, rulings and parties (case format 2.1 and 2.2).
extension PartDescription {
  static let caseParts = [root, complete, ruling, creditor, agency, lawyer, debtor, address]

  static let root = PartDescription(
    "case", nb: "sak", en: "case", role: .root,
    "One collection case as an agency, a creditor or a debtor can document it.",
    [
      field("format", .text, .required, "The format and its version: `skikk-case/1`."),
      field("id", .id, .required, "The case number, unique in a run."),
      field(
        "creditor", .thing("creditor"), absent: .unknown("grouping undetermined"),
        "Who owned the claim when the file was taken."),
      field(
        "debtor", .thing("debtor"), absent: .unknown("grouping undetermined"),
        "The one debtor of the file."),
      field(
        "agency", .thing("agency"), absent: .unknown("no agency, unless an event is `by` one"),
        "The collection agency that has the case now."),
      field(
        "otherAgencies", .list(.thing("agency")),
        absent: .unknown("no other agency, unless an event is `by` one"),
        "Agencies that had the case before, or have it beside the present one."),
      field(
        "lawyer", .thing("lawyer"), absent: .unknown("no lawyer, unless an event is `by` one"),
        "The lawyer who collects, or who leads the creditor's own collection."),
      field("claims", .list(.thing("claim")), .required, "The claims, one or more."),
      field(
        "events", .events, .required, "The timeline in any order; `[]` when nothing is done yet."),
      field(
        "planned", .event, absent: .nothing,
        "A step that has not been taken, with its intended day; only `gate` and `plan` read it."),
      field(
        "complete", .thing("complete"), absent: .unknown("see each group"),
        "For which groups the file holds everything through `extracted`."),
      field(
        "extracted", .day, absent: .unknown("the day of the last event"),
        "The day the file was taken from its source."),
      field(
        "choices", .map, absent: .nothing("the default of each choice"),
        "Readings of open questions of law chosen for this case; `--choose` wins over them."),
      field(
        "rulings", .list(.thing("ruling")),
        absent: .nothing("rules that need a person stay undetermined"),
        "What a person has confirmed or dismissed."),
      field("sources", .list(.text), absent: .nothing, "Where the facts come from."),
      field("note", .text, absent: .nothing, "A remark for people; never judged."),
    ])

  static let complete = PartDescription(
    "complete", nb: "fullstendighet", en: "completeness",
    "For which groups the file holds everything: true, what is not there did not happen; false, "
      + "nothing can be found met.",
    CompletenessGroup.allCases.map(groupField))

  private static func groupField(_ group: CompletenessGroup) -> FieldDescription {
    let meanings: [CompletenessGroup: String] = [
      .letters: "Every letter, less answers and final statements.",
      .assessments: "Every assessment and every hold.",
      .addresses: "All that was learnt of the debtor's addresses.",
      .settlements: "Every refund, payout, setoff and final statement.",
      .claims: "Every claim of this creditor on this debtor is in the run.",
      .charges: "Every charge, in letters and apart.",
      .payments: "Every payment, failed payment and credit note.",
      .contacts: "Every message, call, visit and opt-out.",
      .objections: "Every objection, enquiry, complaint, answer and step of the nemnd.",
      .plans: "Every plan, extension and settlement.",
      .legalSteps: "Every legal step and its result.",
      .handovers: "Every handover, handback, change of agency and assignment.",
      .remarks: "Every payment remark and its deletion.",
    ]
    // A letter may show a charge that the file does not list: whether it lists them all is then
    // known only where it says so.
    let absent: FieldDescription.Gap =
      switch group {
      case _ where group.isSilentUnlessDeclared: .unknown("nothing follows from a gap")
      case .charges: .unknown("assumed complete")
      default: .assumed("true", "assumed complete")
      }
    return field(
      group.rawValue, .bool, absent: absent,
      meanings[group] ?? "")
  }

  static let ruling = PartDescription(
    "ruling", nb: "avgjørelse", en: "ruling",
    "A finding that a person has confirmed or dismissed.",
    [
      field("rule", .id, .required, "The rule's id."),
      field("ruling", .choice(.ruling), .required, "Whether the finding stands."),
      field(
        "claims", .list(.reference(.claim)), absent: .unknown("all that the rule finds"),
        "The claims it concerns."),
      field(
        "events", .list(.reference(.event)), absent: .unknown("all that the rule finds"),
        "The events it concerns."),
      field("couldAffectDebtor", .bool, "Whether the breach could have affected the debtor."),
      field("causedByDebtor", .bool, "Whether the debtor's own doing caused the breach."),
      field("systematic", .bool, "Whether the same breach is found in many cases."),
      field("date", .day, "The day of the ruling."),
      field("by", .text, absent: .nothing, "Who ruled."),
      field("note", .text, absent: .nothing, "Why."),
    ])

  private static let partyHead = [
    field(
      "id", .id, absent: .unknown("grouping undetermined"),
      "Organisation number, or for a person a stable hash (or birth number); compared as text."),
    field("name", .text, absent: .nothing, "The name, for people."),
  ]

  private static let group = field(
    "group", .id, .orNone, absent: .unknown("unknown; the same group is for a person to settle"),
    "The corporate group it belongs to.")

  static let creditor = PartDescription(
    "creditor", nb: "fordringshaver", en: "creditor", role: .party, "Who owns the claims.",
    partyHead + [
      group,
      field(
        "vatRegistered", .bool,
        "Whether its claims stem from VAT-liable business and it deducts VAT."),
      field("objectionRate", .ratio, "The share of its cases in which there is an objection."),
    ])

  static let agency = PartDescription(
    "agency", nb: "inkassoforetak", en: "agency", role: .party, "An inkasso company.",
    partyHead + [
      group,
      field(
        "licence", .choice(.licence), .orNone,
        "Its inkasso licence; an agency with the creditor's id is the creditor's own collection."),
    ])

  static let lawyer = PartDescription(
    "lawyer", nb: "advokat", en: "lawyer", role: .party,
    "A lawyer who collects, or who leads the creditor's own collection.",
    partyHead + [
      field("leads", .bool, "Whether the lawyer leads the creditor's own collection."),
      field("security", .bool, "Whether security stands as advokatloven § 5 says."),
    ])

  static let debtor = PartDescription(
    "debtor", nb: "skyldner", en: "debtor", role: .party, "Who owes.",
    partyHead + [
      field(
        "kind", .choice(.capacity), absent: .unknown("unknown: bounded by both caps"),
        "The capacity in which the debtor took on the obligation, not the status today."),
      field("entity", .choice(.entity), "Natural or legal person."),
      field(
        "born", .day, absent: .unknown("undetermined; not used for an organisation"),
        "The day of birth."),
      field(
        "addresses", .list(.thing("address")), absent: .unknown("`inkl-9-address` not evaluated"),
        "Where the debtor can be reached; since when, and who knew, is an `address-change`."),
      field("abilityPerMonth", .money, "What the debtor has said they can pay a month."),
      field(
        "identityUncertain", .bool, .human, absent: .assumed("false"),
        "It cannot be established that it is the same debtor."),
    ])

  static let address = PartDescription(
    "address", nb: "adresse", en: "address", "A place or account where the debtor can be reached.",
    [
      field("id", .id, .required, "Its name in this file."),
      field("kind", .choice(.addressKind), "What kind of address it is."),
      field("text", .text, absent: .nothing, "The address itself, for people."),
    ])
}

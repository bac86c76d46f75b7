import Casebook
import Rulebook
import Values

extension Accountant {
  /// What was charged and not taken back.
  func charged(_ item: Thing) -> Ratio { ledger.charged[item] ?? .zero }

  /// What may stand of a charge: at least what the strict run leaves, at most what the mild leaves.
  func kept(_ item: Thing) -> AccountStatement.Amount {
    let most = ledger.mild.standing[item] ?? charged(item)
    return AccountStatement.Amount(
      lowest: min(most, ledger.strict.standing[item] ?? most), highest: most)
  }

  /// One charge.
  func charge(_ item: Thing) -> AccountStatement.Charge {
    let (raised, charged, kept) = (evaluator.charged(item), charged(item), kept(item))
    let lawful = kept.highest ?? charged
    let event = SubjectNames.reference(evaluator, file.parent(of: item))
    let claims = file.claims(of: item).map(id)
    let kind = choice(evaluator.words.kind, of: item)
    return AccountStatement.Charge(
      kind: kind?.name ?? "", label: kind?.label ?? Label(nb: "", en: ""), event: event,
      caseID: caseID(of: item), claims: claims, raised: raised,
      takenBack: difference(raised, charged), charged: charged, lawful: lawful,
      atRisk: difference(lawful, kept.lowest ?? lawful),
      cuts: cuts(of: item, event, claims), risks: risks(of: item, event, claims))
  }

  private func cuts(
    of item: Thing, _ event: EventReference, _ claims: [String]
  ) -> [AccountStatement.Cut] {
    taken(ledger.takenBy[item]).map { rule, amount in
      let finding = reports.flatMap(\.findings).first {
        $0.rule == rule.id && speaks($0.events, $0.claims, event, claims)
      }
      return AccountStatement.Cut(
        rule: rule.id, law: rule.law, amount: amount, message: finding?.message)
    }
  }

  /// What the strict run took beyond the mild one, each krone once.
  private func risks(
    of item: Thing, _ event: EventReference, _ claims: [String]
  ) -> [AccountStatement.Risk] {
    let sure = Dictionary(
      taken(ledger.takenBy[item]).map { ($0.rule.id, $0.amount) }, uniquingKeysWith: sum)
    let kept = kept(item)
    var rest = difference(kept.highest ?? .zero, kept.lowest ?? .zero)
    return taken(ledger.maybeTakenBy[item]).compactMap { rule, amount in
      let more = min(difference(amount, sure[rule.id] ?? .zero), rest)
      guard more > .zero else { return nil }
      rest = difference(rest, more)
      let missing = reports.flatMap { report in
        report.undetermined.filter {
          $0.rule == rule.id && speaks($0.events, $0.claims, event, claims)
        }.flatMap { self.missing($0.missing, in: report) }
      }
      return AccountStatement.Risk(
        rule: rule.id, law: rule.law, amount: more, missing: Set(missing).sorted())
    }
  }

  /// Paths of a case, led by its number when several are laid together.
  func missing(_ names: [String], in report: CaseReport) -> [String] {
    names.map { reports.count > 1 && $0.hasPrefix("/") ? "\(report.id): \($0)" : $0 }
  }

  /// What each rule took, in the order of their turns.
  private func taken(
    _ all: [(rule: Int, amount: Ratio)]?
  ) -> [(rule: Rule, amount: Ratio)] {
    var result: [(rule: Rule, amount: Ratio)] = []
    for (number, amount) in all ?? [] {
      let rule = program.rules[number]
      if let place = result.firstIndex(where: { $0.rule.id == rule.id }) {
        result[place].amount = sum(result[place].amount, amount)
      } else {
        result.append((rule, amount))
      }
    }
    return result
  }

  /// Whether a finding or question is about a charge: it names the charge's event, or no event of
  /// its own and a claim of the charge.
  private func speaks(
    _ events: [EventReference], _ named: [String], _ event: EventReference, _ claims: [String]
  ) -> Bool {
    events.contains(event) || (events.isEmpty && named.contains(where: claims.contains))
  }
}

// MARK: Limits and groups

extension Accountant {
  /// A limit, its charges by their places.
  func limit(_ note: LimitNotes.Note) -> AccountStatement.Limit {
    let rule = program.rules[note.key.rule]
    var claims: [String] = []
    for claim in note.claims.isEmpty ? note.items.flatMap({ file.claims(of: $0) }) : note.claims
    where !claims.contains(id(of: claim)) {
      claims.append(id(of: claim))
    }
    let places = note.items.compactMap { evaluator.index.charges.firstIndex(of: $0) }
    return AccountStatement.Limit(
      rule: rule.id, part: note.key.part, law: rule.law, claims: claims,
      charges: places.map { $0 + 1 }.sorted(),
      ceiling: AccountStatement.Amount(
        lowest: note.ceiling.numbers.low, highest: note.ceiling.numbers.high
      ).notNegative,
      charged: note.items.reduce(.zero) { sum($0, charged($1)) }, left: note.left,
      basis: note.basis)
  }

  /// The claims that some limit counts together, each set once.
  func groups(
    _ limits: [AccountStatement.Limit], _ charges: [AccountStatement.Charge],
    _ overcharges: [AccountStatement.Overcharge]
  ) -> [AccountStatement.Group] {
    var seen: Set<Set<String>> = []
    return limits.compactMap { limit in
      guard limit.claims.count > 1, seen.insert(Set(limit.claims)).inserted else { return nil }
      let lines = lines(of: claimsByID.filter { limit.claims.contains(id(of: $0[0])) })
      return AccountStatement.Group(
        claims: limit.claims, sums: sums(of: limit.claims, lines, charges, overcharges))
    }
  }
}

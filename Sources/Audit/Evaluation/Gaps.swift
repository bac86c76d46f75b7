import Casebook
import Rulebook

/// How much the cases of a file show, by kind of event.
struct Gaps {
  /// What one case says that it does not hold, and what it says nothing about.
  private struct OfCase {
    var silent = KindSet.empty
    var broken = KindSet.empty
  }

  private let cases: [OfCase]
  private let all: OfCase
  /// Whether a case says that it is incomplete.
  var isBroken: Bool { !all.broken.isEmpty }

  init(_ file: CaseFile, _ groups: CompletenessGroups) {
    var (cases, all): ([OfCase], OfCase) = ([], OfCase())
    cases.reserveCapacity(file.roots.count)
    for root in file.roots {
      var gaps = OfCase()
      for group in groups.groups {
        switch file.completeness(of: group.word, in: root) {
        case .declaredComplete: continue
        case .declaredIncomplete: gaps.broken = gaps.broken.union(group.kinds)
        case .undeclared: gaps.silent = gaps.silent.union(group.silentKinds)
        }
      }
      cases.append(gaps)
      all.silent = all.silent.union(gaps.silent)
      all.broken = all.broken.union(gaps.broken)
    }
    (self.cases, self.all) = (cases, all)
  }

  /// Whether some cases, by their numbers, show all events of some kinds.
  func completeness(of kinds: KindSet, in numbers: [Int]) -> Completeness {
    numbers.reduce(.complete) { max($0, completeness(of: kinds, in: $1)) }
  }

  /// The same of one case.
  func completeness(of kinds: KindSet, in number: Int) -> Completeness {
    of(kinds, cases[number])
  }

  /// The same of all cases.
  func completeness(of kinds: KindSet) -> Completeness { of(kinds, all) }

  private func of(_ kinds: KindSet, _ gaps: OfCase) -> Completeness {
    if !kinds.intersection(gaps.broken).isEmpty { return .broken }
    return kinds.intersection(gaps.silent).isEmpty ? .complete : .silent
  }
}

/// What the keys of `complete` speak of.
struct CompletenessGroups {
  let groups: [(word: Word, kinds: KindSet, silentKinds: KindSet)]

  init(_ vocabulary: Vocabulary) {
    var members: [String: [ThingKind]] = [:]
    for kind in vocabulary.eventKinds {
      if let group = kind.traits?.completeness { members[group, default: []].append(kind) }
    }
    groups = members.sorted { $0.key < $1.key }.compactMap { name, kinds in
      guard let word = vocabulary.word(key: name) else { return nil }
      let silent = kinds.filter { $0.traits?.silentUnlessDeclared == true }
      return (word, KindSet(kinds.map(\.id)), KindSet(silent.map(\.id)))
    }
  }
}

/// How much the cases that a list ranges over show of its kinds.
enum Completeness: Int, Comparable {
  /// All.
  case complete
  /// Nothing is said, and a gap proves nothing.
  case silent
  /// One says that there is more.
  case broken

  static func < (left: Completeness, right: Completeness) -> Bool {
    left.rawValue < right.rawValue
  }
}

package org.namad.trail;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;
import org.namad.casefile.Attributable;
import org.springframework.stereotype.Component;

/**
 * Writes every change of an {@link Attributable} entity, of its embedded parts and of its lists to the trail: by the
 * connection and in the transaction of the change, so that neither is there without the other.
 */
@Component
class ChangeListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener,
        PostCollectionRecreateEventListener, PostCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;
    private static final String INSERT = """
        insert into change_entry (id, case_key, field, old_text, new_text, actor_kind, actor, element, changed_at)
        values (next value for change_entry_seq, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** One line to be. */
    private record Line(String field, Object before, Object after) {
    }

    private final transient Actors actors;
    private final transient Clock clock;

    ChangeListener(Actors actors, Clock clock, EntityManagerFactory persistence) {
        this.actors = actors;
        this.clock = clock;
        EventListenerRegistry registry = persistence.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
            .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister entity) {
        return false;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        write(event.getSession(), event.getPersister(), event.getId(),
            List.of(new Line(ChangeEntry.CREATED, null, null)));
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        write(event.getSession(), event.getPersister(), event.getId(),
            List.of(new Line(ChangeEntry.REMOVED, null, null)));
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        EntityPersister entity = event.getPersister();
        if (event.getDirtyProperties() == null || event.getOldState() == null) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (int property : event.getDirtyProperties()) {
            if (!entity.isVersioned() || property != entity.getVersionProperty()) {
                compare(entity.getPropertyNames()[property], entity.getPropertyTypes()[property],
                    event.getOldState()[property], event.getState()[property], lines);
            }
        }
        write(event.getSession(), entity, event.getId(), lines);
    }

    private static void compare(String field, Type type, Object before, Object after, List<Line> lines) {
        if (type instanceof CompositeType parts) {
            Object[] old = before == null ? new Object[parts.getPropertyNames().length] : parts.getPropertyValues(before);
            Object[] now = after == null ? new Object[parts.getPropertyNames().length] : parts.getPropertyValues(after);
            for (int i = 0; i < old.length; i++) {
                compare(field + "." + parts.getPropertyNames()[i], parts.getSubtypes()[i], old[i], now[i], lines);
            }
        } else if (!type.isCollectionType() && !Objects.equals(before, after)) {
            lines.add(new Line(field, before, after));
        }
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        write(event, List.of(), elements(event.getCollection()));
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        write(event, elements(event.getCollection().getStoredSnapshot()), elements(event.getCollection()));
    }

    private void write(AbstractCollectionEvent event, List<?> before, List<?> after) {
        EventSource session = event.getSession();
        CollectionEntry entry = session.getPersistenceContextInternal().getCollectionEntry(event.getCollection());
        String role = (entry.getCurrentPersister() == null ? entry.getLoadedPersister() : entry.getCurrentPersister())
            .getRole();
        String field = role.substring(role.lastIndexOf('.') + 1);
        List<Line> lines = new ArrayList<>();
        before.stream().filter(element -> !after.contains(element))
            .forEach(gone -> lines.add(new Line(field, gone, null)));
        after.stream().filter(element -> !before.contains(element))
            .forEach(come -> lines.add(new Line(field, null, come)));
        EntityPersister owner = session.getFactory().getMappingMetamodel()
            .getEntityDescriptor(event.getAffectedOwnerEntityName());
        write(session, owner, event.getAffectedOwnerIdOrNull(), lines);
    }

    private static List<?> elements(Object collection) {
        return collection instanceof PersistentCollection<?> && collection instanceof Collection<?> present
            ? List.copyOf(present)
            : collection instanceof Collection<?> snapshot ? List.copyOf(snapshot) : List.of();
    }

    private void write(SharedSessionContractImplementor session, EntityPersister entity, Object id, List<Line> lines) {
        Attributable attributable = entity.getMappedClass().getAnnotation(Attributable.class);
        if (attributable == null || lines.isEmpty()) {
            return;
        }
        Actor actor = actors.current();
        Instant now = clock.instant();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (Line line : lines) {
                    statement.setString(1, attributable.value() + "-" + id);
                    statement.setString(2, line.field());
                    statement.setString(3, Wording.of(line.field(), plain(session, line.before())));
                    statement.setString(4, Wording.of(line.field(), plain(session, line.after())));
                    statement.setString(5, actor.kind().name());
                    statement.setString(6, actor.name());
                    statement.setString(7, actor.element());
                    statement.setObject(8, now.atOffset(ZoneOffset.UTC).toLocalDateTime());
                    statement.executeUpdate();
                }
            }
        });
    }

    /** Another entity by its kind and number. */
    private static Object plain(SharedSessionContractImplementor session, Object value) {
        MappingMetamodel model = session.getFactory().getMappingMetamodel();
        if (value == null || !model.isEntityClass(Hibernate.getClassLazy(value))) {
            return value;
        }
        EntityPersister entity = model.getEntityDescriptor(Hibernate.getClassLazy(value));
        Attributable attributable = entity.getMappedClass().getAnnotation(Attributable.class);
        return (attributable == null ? entity.getMappedClass().getSimpleName() : attributable.value()) + "-"
            + entity.getIdentifier(value, session);
    }
}
